import { useMemo } from 'react';
import { REGISTER, useAnswer } from '../../api/query';
import { type LayerPlan, useLayer } from '../core/use-layer';
import { areaFeature, collection } from './features';

const COUNTY: LayerPlan = {
  source: 'county',
  parts: (palette) => [
    {
      id: 'county-line',
      type: 'line',
      paint: { 'line-color': palette.place, 'line-width': 2.5, 'line-dasharray': [4, 2, 1, 2] },
    },
  ],
};
const GRIDS: LayerPlan = {
  source: 'grids',
  parts: (palette) => [
    {
      id: 'grid-line',
      type: 'line',
      paint: { 'line-color': palette.ring, 'line-width': 0.8, 'line-dasharray': [2, 2] },
    },
    {
      id: 'grid-name',
      type: 'symbol',
      minzoom: 11,
      layout: { 'text-field': ['get', 'name'], 'text-size': 10 },
      paint: { 'text-color': palette.ring, 'text-halo-color': palette.halo, 'text-halo-width': 1 },
    },
  ],
};

/** The county's outline and its grids, where they were imported. `grids` false: the outline alone. */
export function BordersLayer({ visible, grids = true }: { visible: boolean; grids?: boolean }) {
  const { data } = useAnswer('getBorders', undefined, REGISTER);
  useLayer(
    COUNTY,
    useMemo(() => collection(data?.county ? [areaFeature(data.county.outline)] : []), [data]),
    visible,
  );
  useLayer(
    GRIDS,
    useMemo(() => collection((data?.grids ?? []).map(({ name, outline }) => areaFeature(outline, { name }))), [data]),
    visible && grids,
  );
  return null;
}
