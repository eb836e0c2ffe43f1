import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { useMap } from './MapCanvas';
import type { Palette } from './palette';

/** A layer without its source: `useLayer` gives it one. */
type Part = LayerSpecification extends infer L ? (L extends { source: string } ? Omit<L, 'source'> : never) : never;

export interface LayerPlan {
  /** Name of the source. */
  source: string;
  /** Drawn from below upwards. */
  parts: (palette: Palette) => Part[];
  /** Icons to have before the first feature is drawn. */
  prepare?: (map: MapLibre, palette: Palette) => void;
}

/** The order in which layers lie upon each other, whatever order they were set up in. */
const STACK = [
  'townships',
  'grids',
  'county',
  'river',
  'rings',
  'seat-area',
  'seats',
  'orders',
  'teams',
  'incidents',
  'flight',
] as const;

/** The first part of the nearest layer above this one that already stands. */
function above(map: MapLibre, source: string): string | undefined {
  const higher: readonly string[] = STACK.slice(STACK.indexOf(source as (typeof STACK)[number]) + 1);
  for (const name of higher) {
    const found = map.getStyle().layers.find((layer) => 'source' in layer && layer.source === name);
    if (found !== undefined) return found.id;
  }
  return undefined;
}

/** One layer: set up once, afterwards only its data changes, and only when it is other data. */
export function useLayer(plan: LayerPlan, data: FeatureCollection, visible: boolean): void {
  const { map, palette } = useMap();
  const first = useRef(data);
  first.current = data;

  useEffect(() => {
    plan.prepare?.(map, palette);
    map.addSource(plan.source, { type: 'geojson', data: first.current });
    const before = above(map, plan.source);
    const parts = plan.parts(palette);
    for (const part of parts) map.addLayer({ ...part, source: plan.source } as LayerSpecification, before);
    return () => {
      // The map may be gone already: then so is the layer.
      if (map.style === undefined || map.getSource(plan.source) === undefined) return;
      for (const part of parts) map.removeLayer(part.id);
      map.removeSource(plan.source);
    };
  }, [map, palette, plan]);

  useEffect(() => {
    map.getSource<GeoJSONSource>(plan.source)?.setData(data);
  }, [map, plan, data]);

  useEffect(() => {
    for (const part of plan.parts(palette)) {
      map.setLayoutProperty(part.id, 'visibility', visible ? 'visible' : 'none');
    }
  }, [map, palette, plan, visible]);
}

/** The same object as long as its content is the same: a batch that changed nothing here redraws nothing. */
export function useSame<T>(value: T): T {
  const kept = useRef({ value, text: '' });
  const text = JSON.stringify(value);
  if (kept.current.text !== text) kept.current = { value, text };
  return kept.current.value;
}
