import type { LonLat } from '@liandong/shared/basics';
import type { TownshipView } from '@liandong/shared/place';
import { LngLatBounds, type MapMouseEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useTheme } from '../../app/theme';
import MapCanvas, { useMap } from '../../map/core/MapCanvas';
import { PALETTES } from '../../map/core/palette';
import { RiverLayer } from '../../map/layers/RiverLayer';
import { TownshipsLayer } from '../../map/layers/TownshipsLayer';
import { SeatAreaLayer } from './SeatAreaLayer';
import { circleRing } from './seat-area.rules';
import '../../map/map.css';

type Township = z.infer<typeof TownshipView>;
interface Props {
  township: Township;
  townships: readonly Township[];
  /** The area as it would be. */
  ring: readonly (readonly [number, number])[];
  /** The corners of a line being drawn; null: a circle. */
  corners: readonly LonLat[] | null;
  /** Takes the next corner; null: nothing is being drawn. */
  onCorner: ((at: LonLat) => void) | null;
}
const PADDING = 30;
/** So much of its surroundings, in radii. */
const AROUND = 1.6;

/** Shows the seat with its surroundings, and the line that was saved. */
function Look({ township: { seat, seatArea, seatRadiusMeters } }: { township: Township }) {
  const { map } = useMap();
  useEffect(() => {
    const bounds = new LngLatBounds();
    for (const [lon, lat] of circleRing(seat, seatRadiusMeters * AROUND)) bounds.extend([lon, lat]);
    for (const point of seatArea ?? []) bounds.extend(point);
    map.fitBounds(bounds, { padding: PADDING, animate: false });
  }, [map, seat, seatArea, seatRadiusMeters]);
  return null;
}

/** While a line is drawn, each click is a corner. */
function Draw({ onCorner }: { onCorner: (at: LonLat) => void }) {
  const { map } = useMap();
  useEffect(() => {
    const take = (event: MapMouseEvent): void => {
      const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
      onCorner({ lon: round(event.lngLat.lng), lat: round(event.lngLat.lat) });
    };
    map.getCanvas().style.cursor = 'crosshair';
    map.on('click', take);
    return () => {
      map.getCanvas().style.cursor = '';
      map.off('click', take);
    };
  }, [map, onCorner]);
  return null;
}

/** The township with its seat area, and the pen. */
export default function SeatAreaMap({ township, townships, ring, corners, onCorner }: Props) {
  const { t } = useTranslation('settings');
  const theme = useTheme();
  const [failed, setFailed] = useState(false);
  if (failed) return <p className="quiet">{t('area.mapFailed')}</p>;
  return (
    <div className="area-map" data-testid="area-map">
      <MapCanvas key={theme} palette={PALETTES[theme]} label={t('area.map')} onFailed={() => setFailed(true)}>
        <TownshipsLayer townships={townships} visible />
        <RiverLayer visible />
        <SeatAreaLayer outline={township.outline} ring={ring} corners={corners} />
        <Look township={township} />
        {onCorner !== null && <Draw onCorner={onCorner} />}
      </MapCanvas>
      <p className="area-legend">{t('area.legend')}</p>
    </div>
  );
}
