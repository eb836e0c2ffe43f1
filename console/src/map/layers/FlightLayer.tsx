import { useEffect } from 'react';
import { useDesk } from '../../features/desk/desk-state';
import { useMap } from '../core/MapCanvas';
import { type LayerPlan, useLayer, useSame } from '../core/use-layer';
import { markFeatures } from './features';

const PLAN: LayerPlan = {
  source: 'flight',
  parts: (palette) => [
    {
      id: 'flight-dot',
      type: 'circle',
      paint: {
        'circle-radius': 7,
        'circle-color': 'transparent',
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'flight-label',
      type: 'symbol',
      layout: { 'text-field': ['get', 'label'], 'text-size': 13, 'text-anchor': 'left', 'text-offset': [1, 0] },
      paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
  ],
};
/** Near enough to see the village, far enough to know where one is. */
const ZOOM = 12;

/** Flies to a place that was looked for, and marks it. */
export function FlightLayer() {
  const { map } = useMap();
  const flight = useDesk((desk) => desk.flight);
  useLayer(PLAN, useSame(markFeatures(flight)), true);
  useEffect(() => {
    if (flight === null || performance.now() - flight.at > 2_000) return;
    const center: [number, number] = [flight.to.lon, flight.to.lat];
    if (flight.closer) map.easeTo({ center, zoom: Math.max(map.getZoom(), ZOOM), duration: 500 });
    else if (!map.getBounds().contains(center)) map.easeTo({ center, duration: 500 });
  }, [map, flight]);
  return null;
}
