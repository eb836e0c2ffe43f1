import type { BoardRow } from '@liandong/shared/board';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { deskStore, select } from '../../features/desk/desk-state';
import { addIncidentIcons } from '../core/icons';
import { useMap } from '../core/MapCanvas';
import { type LayerPlan, useLayer, useSame } from '../core/use-layer';
import { incidentFeatures } from './features';

const PLAN: LayerPlan = {
  source: 'incidents',
  prepare: addIncidentIcons,
  parts: () => [
    {
      id: 'incident-icon',
      type: 'symbol',
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'rank'],
      },
    },
  ],
};

interface Props {
  rows: ReadonlyMap<string, BoardRow>;
  selectedId: string | null;
  visible: boolean;
}

/** Incidents by severity; a click is the same as a click in the queue. */
export function IncidentsLayer({ rows, selectedId, visible }: Props) {
  const { map } = useMap();
  useLayer(PLAN, useSame(incidentFeatures(rows, selectedId)), visible);
  useEffect(() => {
    const onClick = (event: MapMouseEvent): void => {
      if (deskStore.getState().picking) return;
      const hit = map.queryRenderedFeatures(event.point, { layers: ['incident-icon'] })[0];
      if (hit !== undefined) select(String(hit.properties.id));
    };
    const pointer = (shape: string) => () => {
      if (!deskStore.getState().picking) map.getCanvas().style.cursor = shape;
    };
    const [enter, leave] = [pointer('pointer'), pointer('')];
    map.on('click', onClick);
    map.on('mouseenter', 'incident-icon', enter);
    map.on('mouseleave', 'incident-icon', leave);
    return () => {
      map.off('click', onClick);
      map.off('mouseenter', 'incident-icon', enter);
      map.off('mouseleave', 'incident-icon', leave);
    };
  }, [map]);
  return null;
}
