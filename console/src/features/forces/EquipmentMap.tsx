import type { EquipmentFound } from '@liandong/shared/equipment';
import { LngLatBounds, Marker } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { useTheme } from '../../app/theme';
import MapCanvas, { useMap } from '../../map/core/MapCanvas';
import { PALETTES } from '../../map/core/palette';
import { BordersLayer } from '../../map/layers/BordersLayer';
import { RiverLayer } from '../../map/layers/RiverLayer';
import { TownshipsLayer } from '../../map/layers/TownshipsLayer';
import { type HitPlace, kilometres } from './forces.rules';
import '../../map/map.css';

interface PinProps {
  place: HitPlace;
  words: string;
  active: boolean;
  onActive: (number: number | null) => void;
  onChoose: (place: HitPlace) => void;
}

/** The place's number; a button, so that the keyboard reaches it like its rows. */
function Pin({ place, words, active, onActive, onChoose }: PinProps) {
  const { map } = useMap();
  const button = useRef<HTMLButtonElement | null>(null);
  const { number, at } = place;
  useEffect(() => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'hit-pin num';
    made.dataset.testid = `hit-pin-${number}`;
    made.textContent = String(number);
    button.current = made;
    const pin = new Marker({ element: made }).setLngLat([at.lon, at.lat]).addTo(map);
    return () => void pin.remove();
  }, [map, number, at.lon, at.lat]);
  useEffect(() => {
    const made = button.current!;
    made.setAttribute('aria-label', words);
    made.title = words;
    made.onmouseenter = made.onfocus = () => onActive(number);
    made.onmouseleave = made.onblur = () => onActive(null);
    made.onclick = () => onChoose(place);
  });
  useEffect(() => {
    button.current!.classList.toggle('active', active);
  }, [active]);
  return null;
}

/** What was asked from. */
function From({ from }: { from: NonNullable<EquipmentFound['from']> }) {
  const { map } = useMap();
  const { name, lon, lat } = from;
  useEffect(() => {
    const element = document.createElement('span');
    element.className = 'hit-from';
    element.textContent = `◎ ${name}`;
    const mark = new Marker({ element, anchor: 'bottom', offset: [0, -11] }).setLngLat([lon, lat]).addTo(map);
    return () => void mark.remove();
  }, [map, name, lon, lat]);
  return null;
}

/** Room round the outermost places, in pixels, and how near the map comes to a single one. */
const AROUND = { padding: 46, maxZoom: 13, animate: false } as const;

/** The map shows all that was found, and from where. */
function Fit({ points }: { points: readonly { lon: number; lat: number }[] }) {
  const { map } = useMap();
  const key = points.map(({ lon, lat }) => `${lon} ${lat}`).join(';');
  useEffect(() => {
    const bounds = new LngLatBounds();
    for (const { lon, lat } of points) bounds.extend([lon, lat]);
    if (points.length > 0) map.fitBounds(bounds, AROUND);
  }, [map, key]);
  return null;
}

const NONE: readonly never[] = [];

interface Props {
  places: readonly HitPlace[];
  from: EquipmentFound['from'];
  active: number | null;
  onActive: (number: number | null) => void;
  onChoose: (place: HitPlace) => void;
}

/** Where the things found lie, beside their list; each place has the number its rows have. */
export default function EquipmentMap({ places, from, active, onActive, onChoose }: Props) {
  const { t } = useTranslation('forces');
  const theme = useTheme();
  const { data } = useAnswer('listTownships', undefined, REGISTER);
  const [failed, setFailed] = useState(false);
  if (failed) return <p className="quiet">{t('equipment.mapFailed')}</p>;
  const words = ({ number, metres, items }: HitPlace): string => {
    const things = items.map(({ name, quantity, unit }) => `${name} ${quantity} ${unit}`).join(' · ');
    const team = items[0]!.teamName ?? t('county');
    const far = metres === null ? '' : ` · ${t('equipment.km', { km: kilometres(metres) })}`;
    return `${number} ${team}${far} · ${things}`;
  };
  return (
    <div className="hit-map" data-testid="equipment-map">
      <MapCanvas key={theme} palette={PALETTES[theme]} label={t('equipment.map')} onFailed={() => setFailed(true)}>
        <TownshipsLayer townships={data?.items ?? NONE} visible />
        <BordersLayer visible />
        <RiverLayer visible />
        {from !== null && <From from={from} />}
        {places.map((place) => (
          <Pin
            key={place.number}
            place={place}
            words={words(place)}
            active={place.number === active}
            onActive={onActive}
            onChoose={onChoose}
          />
        ))}
        <Fit points={[...places.map(({ at }) => at), ...(from ? [from] : [])]} />
      </MapCanvas>
    </div>
  );
}
