import { Map as MapLibre, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { COUNTY_BOUNDS } from './county';
import type { Palette } from './palette';
import { LOCAL_FONTS, offlineStyle } from './style';

setWorkerUrl(workerUrl);

const MapContext = createContext<{ map: MapLibre; palette: Palette } | null>(null);

/** The map a layer draws on; only below `MapCanvas`. */
export function useMap(): { map: MapLibre; palette: Palette } {
  const context = useContext(MapContext);
  if (context === null) throw new Error('useMap outside of MapCanvas');
  return context;
}

const PADDING = { top: 40, bottom: 24, left: 16, right: 16 };
export const showCounty = (map: MapLibre, animate = true): void => {
  map.fitBounds(COUNTY_BOUNDS, { padding: PADDING, animate, duration: 500 });
};

interface Props {
  palette: Palette;
  label: string;
  onFailed: () => void;
  children: ReactNode;
}

/** The map itself. Layers are its children: each sets itself up once and afterwards only sets data. */
export default function MapCanvas({ palette, label, onFailed, children }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const failed = useRef(onFailed);
  failed.current = onFailed;

  useEffect(() => {
    if (container.current === null) return;
    let created: MapLibre;
    try {
      created = new MapLibre({
        container: container.current,
        style: offlineStyle(palette),
        bounds: COUNTY_BOUNDS,
        fitBoundsOptions: { padding: PADDING },
        minZoom: 7,
        maxZoom: 17,
        localIdeographFontFamily: LOCAL_FONTS,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        // The desk's own keys move through the queue; the map must not take the arrows.
        keyboard: false,
        fadeDuration: 0,
      });
    } catch {
      failed.current();
      return;
    }
    created.touchZoomRotate.disableRotation();
    created.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left');
    created.once('load', () => setMap(created));
    return () => {
      setMap(null);
      created.remove();
    };
  }, [palette]);

  return (
    <>
      <section ref={container} className="map-canvas" aria-label={label} data-ready={map !== null} />
      {map !== null && <MapContext value={{ map, palette }}>{children}</MapContext>}
    </>
  );
}
