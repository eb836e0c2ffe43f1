import type { LonLat } from '@liandong/shared/basics';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { useTheme } from '../../app/theme';
import MapCanvas, { useMap } from '../../map/core/MapCanvas';
import { PALETTES } from '../../map/core/palette';
import { type LayerPlan, useLayer } from '../../map/core/use-layer';
import { BordersLayer } from '../../map/layers/BordersLayer';
import { markFeatures } from '../../map/layers/features';
import { RiverLayer } from '../../map/layers/RiverLayer';
import { TownshipsLayer } from '../../map/layers/TownshipsLayer';
import '../../map/map.css';

const POINT: LayerPlan = {
  source: 'seat-area',
  parts: (palette) => [
    {
      id: 'place-point',
      type: 'circle',
      paint: {
        'circle-radius': 7,
        'circle-color': palette.accent,
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 2,
      },
    },
  ],
};

function Point({ at }: { at: LonLat | null }) {
  useLayer(
    POINT,
    useMemo(() => markFeatures(at && { to: at, label: '' }), [at]),
    true,
  );
  return null;
}

/** Each click is the place's point; the map goes to where it begins. */
function Pick({ begin, onPick }: { begin: LonLat | null; onPick: (at: LonLat) => void }) {
  const { map } = useMap();
  const [first] = useState(begin);
  useEffect(() => {
    if (first) map.jumpTo({ center: [first.lon, first.lat], zoom: 12 });
  }, [map, first]);
  useEffect(() => {
    const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
    const take = ({ lngLat }: MapMouseEvent): void => onPick({ lon: round(lngLat.lng), lat: round(lngLat.lat) });
    map.getCanvas().style.cursor = 'crosshair';
    map.on('click', take);
    return () => {
      map.off('click', take);
    };
  }, [map, onPick]);
  return null;
}

const NONE: readonly never[] = [];

/** Where a place lies; a click moves it. */
export default function PlaceMap({ at, onPick }: { at: LonLat | null; onPick: (at: LonLat) => void }) {
  const { t } = useTranslation('places');
  const theme = useTheme();
  const { data } = useAnswer('listTownships', undefined, REGISTER);
  const [failed, setFailed] = useState(false);
  const shown = useMemo(() => (at ? { lon: at.lon, lat: at.lat } : null), [at?.lon, at?.lat]);
  if (failed) return <p className="quiet">{t('mapFailed')}</p>;
  return (
    <div className="area-map place-map" data-testid="place-map">
      <MapCanvas key={theme} palette={PALETTES[theme]} label={t('pickHint')} onFailed={() => setFailed(true)}>
        <TownshipsLayer townships={data?.items ?? NONE} visible />
        <BordersLayer visible />
        <RiverLayer visible />
        <Point at={shown} />
        <Pick begin={at} onPick={onPick} />
      </MapCanvas>
      <p className="area-legend">{t('pickHint')}</p>
    </div>
  );
}
