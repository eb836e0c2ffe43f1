import type { MultiPolygon } from '@liandong/shared/place';
import { LngLatBounds } from 'maplibre-gl';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { useTheme } from '../../app/theme';
import MapCanvas, { useMap } from '../../map/core/MapCanvas';
import { PALETTES } from '../../map/core/palette';
import { type LayerPlan, useLayer } from '../../map/core/use-layer';
import { BordersLayer } from '../../map/layers/BordersLayer';
import { areaFeature, collection } from '../../map/layers/features';
import { RiverLayer } from '../../map/layers/RiverLayer';
import { TownshipsLayer } from '../../map/layers/TownshipsLayer';
import '../../map/map.css';

const AREAS: LayerPlan = {
  source: 'seat-area',
  parts: (palette) => [
    { id: 'border-fill', type: 'fill', paint: { 'fill-color': palette.accent, 'fill-opacity': 0.14 } },
    { id: 'border-line', type: 'line', paint: { 'line-color': palette.accent, 'line-width': 2 } },
  ],
};

/** Lines on top of what is in force: of a file being looked at, or of the area that was chosen. */
function Shown({ outlines }: { outlines: readonly MultiPolygon[] }) {
  const { map } = useMap();
  useLayer(
    AREAS,
    useMemo(() => collection(outlines.map((outline) => areaFeature(outline))), [outlines]),
    true,
  );
  useEffect(() => {
    const bounds = new LngLatBounds();
    for (const point of outlines.flat(3)) bounds.extend(point as [number, number]);
    if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 30, animate: false });
  }, [map, outlines]);
  return null;
}

const NONE: readonly never[] = [];

/** The boundaries in force, and lines on top of them. */
export default function BordersMap({ outlines }: { outlines: readonly MultiPolygon[] }) {
  const { t } = useTranslation('places');
  const theme = useTheme();
  const { data } = useAnswer('listTownships', undefined, REGISTER);
  const [failed, setFailed] = useState(false);
  if (failed) return <p className="quiet">{t('mapFailed')}</p>;
  return (
    <div className="area-map borders-map" data-testid="borders-map">
      <MapCanvas key={theme} palette={PALETTES[theme]} label={t('bordersMap')} onFailed={() => setFailed(true)}>
        <TownshipsLayer townships={data?.items ?? NONE} visible />
        <BordersLayer visible />
        <RiverLayer visible />
        <Shown outlines={outlines} />
      </MapCanvas>
      <p className="area-legend">{t('bordersLegend')}</p>
    </div>
  );
}
