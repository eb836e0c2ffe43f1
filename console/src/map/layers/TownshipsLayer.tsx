import type { TownshipView } from '@liandong/shared/place';
import { useMemo } from 'react';
import type { z } from 'zod';
import { type LayerPlan, useLayer } from '../core/use-layer';
import { seatFeatures, townshipFeatures } from './features';

const OUTLINES: LayerPlan = {
  source: 'townships',
  parts: (palette) => [
    {
      id: 'township-fill',
      type: 'fill',
      paint: { 'fill-color': ['case', ['get', 'urban'], palette.urban, palette.cell] },
    },
    { id: 'township-line', type: 'line', paint: { 'line-color': palette.line, 'line-width': 1 } },
  ],
};
const SEATS: LayerPlan = {
  source: 'seats',
  parts: (palette) => [
    { id: 'seat-dot', type: 'circle', paint: { 'circle-radius': 2.2, 'circle-color': palette.seat } },
    {
      id: 'seat-name',
      type: 'symbol',
      layout: {
        'text-field': ['get', 'name'],
        'text-size': 12,
        'text-anchor': 'top-left',
        'text-offset': [0.4, 0.35],
        'text-padding': 1,
      },
      paint: { 'text-color': palette.place, 'text-halo-color': palette.halo, 'text-halo-width': 1 },
    },
  ],
};

interface Props {
  townships: readonly z.infer<typeof TownshipView>[];
  visible: boolean;
}

/** Jurisdictions, their seats and names. */
export function TownshipsLayer({ townships, visible }: Props) {
  useLayer(
    OUTLINES,
    useMemo(() => townshipFeatures(townships), [townships]),
    visible,
  );
  useLayer(
    SEATS,
    useMemo(() => seatFeatures(townships), [townships]),
    visible,
  );
  return null;
}
