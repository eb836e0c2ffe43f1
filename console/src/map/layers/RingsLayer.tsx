import type { LonLat } from '@liandong/shared/basics';
import { type LayerPlan, useLayer, useSame } from '../core/use-layer';
import { ringFeatures } from './features';

const PLAN: LayerPlan = {
  source: 'rings',
  parts: (palette) => [
    {
      id: 'ring-line',
      type: 'line',
      paint: { 'line-color': palette.ring, 'line-width': 1, 'line-opacity': 0.8 },
    },
    {
      id: 'ring-label',
      type: 'symbol',
      layout: { 'symbol-placement': 'line', 'text-field': ['get', 'label'], 'text-size': 11, 'symbol-spacing': 400 },
      paint: { 'text-color': palette.place, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
  ],
};

/** 3, 5 and 10 km round the selected incident. */
export function RingsLayer({ centre, visible }: { centre: LonLat | null; visible: boolean }) {
  useLayer(PLAN, useSame(ringFeatures(centre)), visible);
  return null;
}
