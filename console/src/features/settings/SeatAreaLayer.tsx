import type { LonLat } from '@liandong/shared/basics';
import type { MultiPolygon } from '@liandong/shared/place';
import type { Feature, Position } from 'geojson';
import { useMemo } from 'react';
import { type LayerPlan, useLayer } from '../../map/core/use-layer';
import { collection, line } from '../../map/layers/features';

const AREA: LayerPlan = {
  source: 'seat-area',
  parts: (palette) => [
    {
      id: 'seat-area-fill',
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.accent, 'fill-opacity': 0.18 },
    },
    {
      id: 'seat-area-township',
      type: 'line',
      filter: ['has', 'township'],
      paint: { 'line-color': palette.accent, 'line-width': 1.5, 'line-dasharray': [3, 3], 'line-opacity': 0.7 },
    },
    {
      id: 'seat-area-line',
      type: 'line',
      filter: ['all', ['==', ['geometry-type'], 'LineString'], ['!', ['has', 'township']]],
      paint: { 'line-color': palette.accent, 'line-width': 2 },
    },
    {
      id: 'seat-area-corner',
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 4,
        'circle-color': palette.halo,
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 2,
      },
    },
  ],
};

const pointAt = ({ lon, lat }: LonLat): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties: {},
});

type Ring = readonly (readonly [number, number])[];
const positions = (ring: Ring): Position[] => ring.map((point): Position => [...point]);

/**
 * The township's outline, and what is drawn so far: corners, a line between two, from three on an area. The line is drawn
 * apart from the area: one that crosses itself has none, and is to be seen.
 */
function features({ outline, ring, corners }: Props): Feature[] {
  const closed = ring.length > 2 ? [...ring, ring[0] as (typeof ring)[number]] : ring;
  const area: Feature = {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [positions(closed)] },
    properties: {},
  };
  return [
    ...outline.flat().map((edge) => line(positions(edge), { township: true })),
    ...(ring.length > 2 ? [area] : []),
    ...(ring.length > 1 ? [line(positions(closed))] : []),
    ...(corners ?? []).map(pointAt),
  ];
}

interface Props {
  outline: MultiPolygon;
  ring: Ring;
  corners: readonly LonLat[] | null;
}

/** A seat area as it stands or as it is being drawn. */
export function SeatAreaLayer({ outline, ring, corners }: Props) {
  useLayer(
    AREA,
    useMemo(() => collection(features({ outline, ring, corners })), [outline, ring, corners]),
    true,
  );
  return null;
}
