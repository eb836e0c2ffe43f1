import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { picked, useDesk } from '../../features/desk/desk-state';
import { useMap } from '../core/MapCanvas';

/** While a place is being picked, the next click on the map is it. */
export function PickLayer() {
  const { map } = useMap();
  const picking = useDesk((desk) => desk.picking);
  useEffect(() => {
    if (!picking) return;
    const take = (event: MapMouseEvent): void => {
      const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
      picked({ lon: round(event.lngLat.lng), lat: round(event.lngLat.lat) });
    };
    map.getCanvas().style.cursor = 'crosshair';
    map.on('click', take);
    return () => {
      map.getCanvas().style.cursor = '';
      map.off('click', take);
    };
  }, [map, picking]);
  return null;
}
