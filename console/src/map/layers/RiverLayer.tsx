import { RIVER } from '../core/county';
import { holds } from '../core/extent.rules';
import { useMap } from '../core/MapCanvas';
import { type LayerPlan, useLayer } from '../core/use-layer';
import { collection, line } from './features';

const PLAN: LayerPlan = {
  source: 'river',
  parts: (palette) => [
    {
      id: 'river-line',
      type: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.river, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 2, 13, 6] },
    },
  ],
};
const DATA = collection([line(RIVER.map(([lon, lat]) => [lon, lat]))]);

/** 永安溪, in the county it flows through. */
export function RiverLayer({ visible }: { visible: boolean }) {
  const { county } = useMap();
  useLayer(PLAN, DATA, visible && holds(county, RIVER));
  return null;
}
