import type { LonLat } from '@liandong/shared/basics';
import type { TownshipView } from '@liandong/shared/place';
import { type MapMouseEvent, Marker } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useTheme } from '../../app/theme';
import MapCanvas, { useMap } from '../../map/core/MapCanvas';
import { PALETTES } from '../../map/core/palette';
import { RiverLayer } from '../../map/layers/RiverLayer';
import { TownshipsLayer } from '../../map/layers/TownshipsLayer';
import '../../map/map.css';

type Township = z.infer<typeof TownshipView>;
const CLOSE_ZOOM = 12;

/** A pin at the base; the map goes there when it is first known. */
function Pin({ at }: { at: LonLat }) {
  const { map, palette } = useMap();
  const { lon, lat } = at;
  useEffect(() => {
    const pin = new Marker({ color: palette.accent }).setLngLat([lon, lat]).addTo(map);
    if (!map.getBounds().contains([lon, lat]) || map.getZoom() < CLOSE_ZOOM)
      map.jumpTo({ center: [lon, lat], zoom: CLOSE_ZOOM });
    return () => void pin.remove();
  }, [map, palette, lon, lat]);
  return null;
}

function Pick({ onPick }: { onPick: (at: LonLat) => void }) {
  const { map } = useMap();
  useEffect(() => {
    const take = (event: MapMouseEvent): void => {
      const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
      onPick({ lon: round(event.lngLat.lng), lat: round(event.lngLat.lat) });
    };
    map.getCanvas().style.cursor = 'crosshair';
    map.on('click', take);
    return () => {
      map.getCanvas().style.cursor = '';
      map.off('click', take);
    };
  }, [map, onPick]);
  return null;
}

interface Props {
  townships: readonly Township[];
  at: LonLat | null;
  /** Takes the point that is clicked; null: only to look at. */
  onPick: ((at: LonLat) => void) | null;
}

/** Where a team starts from. */
export default function BaseMap({ townships, at, onPick }: Props) {
  const { t } = useTranslation('register');
  const theme = useTheme();
  const [failed, setFailed] = useState(false);
  if (failed) return <p className="quiet">{t('mapFailed')}</p>;
  return (
    <div className="base-map" data-testid="base-map">
      <MapCanvas key={theme} palette={PALETTES[theme]} label={t('map')} onFailed={() => setFailed(true)}>
        <TownshipsLayer townships={townships} visible />
        <RiverLayer visible />
        {at !== null && <Pin at={at} />}
        {onPick !== null && <Pick onPick={onPick} />}
      </MapCanvas>
    </div>
  );
}
