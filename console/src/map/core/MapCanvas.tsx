import { Map as MapLibre, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { REGISTER, useAnswer } from '../../api/query';
import { XIANJU } from './county';
import { type Extent, extentOf } from './extent.rules';
import type { Palette } from './palette';
import { LOCAL_FONTS, offlineStyle } from './style';

setWorkerUrl(workerUrl);

/** A map, and the county on it. */
export interface Drawn {
  map: MapLibre;
  palette: Palette;
  /** The county's rectangle, by its townships. */
  county: Extent;
}
const MapContext = createContext<Drawn | null>(null);

/** The map a layer draws on; only below `MapCanvas`. */
export function useMap(): Drawn {
  const context = useContext(MapContext);
  if (context === null) throw new Error('useMap outside of MapCanvas');
  return context;
}

const PADDING = { top: 40, bottom: 24, left: 16, right: 16 };
export const showCounty = ({ map, county }: Drawn): void => {
  map.fitBounds(county, { padding: PADDING, duration: 500 });
};

/** Undefined until the townships are there; a county that has none yet, or cannot be asked, is shown as 仙居. */
function useCounty(): Extent | undefined {
  const { data, isPending } = useAnswer('listTownships', undefined, REGISTER);
  return useMemo(
    () => (isPending ? undefined : (extentOf((data?.items ?? []).map(({ outline }) => outline)) ?? XIANJU)),
    [data, isPending],
  );
}

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
  const county = useCounty();
  const failed = useRef(onFailed);
  failed.current = onFailed;

  useEffect(() => {
    if (container.current === null || county === undefined) return;
    let created: MapLibre;
    try {
      created = new MapLibre({
        container: container.current,
        style: offlineStyle(palette),
        bounds: county,
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
  }, [palette, county]);

  return (
    <>
      <section ref={container} className="map-canvas" aria-label={label} data-ready={map !== null} />
      {map !== null && county !== undefined && <MapContext value={{ map, palette, county }}>{children}</MapContext>}
    </>
  );
}
