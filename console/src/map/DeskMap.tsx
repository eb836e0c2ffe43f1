import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../api/query';
import { useTheme } from '../app/theme';
import { useDesk } from '../features/desk/desk-state';
import { useRow, useRows } from '../live/store';
import { onSecond, presentSecond } from '../ui/clock';
import { useKeys } from '../ui/keys';
import MapCanvas, { type Drawn, showCounty, useMap } from './core/MapCanvas';
import { PALETTES } from './core/palette';
import { BordersLayer } from './layers/BordersLayer';
import { FlightLayer } from './layers/FlightLayer';
import { IncidentsLayer } from './layers/IncidentsLayer';
import { PickLayer } from './layers/PickLayer';
import { RingsLayer } from './layers/RingsLayer';
import { RiverLayer } from './layers/RiverLayer';
import { TeamsLayer } from './layers/TeamsLayer';
import { TownshipsLayer } from './layers/TownshipsLayer';
import { MapTop } from './MapTop';
import './map.css';

const MINUTE_MS = 60_000;
const presentMinute = (): number => Math.floor(presentSecond() / MINUTE_MS) * MINUTE_MS;
/** The present minute: the map's labels follow it, so the map is not drawn every second. */
const useMinute = (): number => useSyncExternalStore(onSecond, presentMinute);

const NONE: readonly never[] = [];

/** Brings the selected incident into sight when it is off the map. */
function Follow({ onMap }: { onMap: (drawn: Drawn) => void }) {
  const drawn = useMap();
  const { map } = drawn;
  const row = useRow(useDesk((desk) => desk.selectedId));
  const [lon, lat] = [row?.location?.lon, row?.location?.lat];
  useEffect(() => onMap(drawn), [drawn, onMap]);
  useEffect(() => {
    if (lon === undefined || lat === undefined || map.getBounds().contains([lon, lat])) return;
    map.easeTo({ center: [lon, lat], duration: 500 });
  }, [map, lon, lat]);
  return null;
}

function Layers() {
  const rows = useRows();
  const minute = useMinute();
  const selectedId = useDesk((desk) => desk.selectedId);
  const layers = useDesk((desk) => desk.layers);
  const { data: townships } = useAnswer('listTownships', undefined, REGISTER);
  const { data: teams } = useAnswer('listTeams', undefined, REGISTER);
  const selected = selectedId === null ? undefined : rows.get(selectedId);
  return (
    <>
      <TownshipsLayer townships={townships?.items ?? NONE} visible={layers.townships} />
      <BordersLayer visible={layers.townships} grids={layers.grids} />
      <RiverLayer visible={layers.river} />
      <RingsLayer centre={selected?.location ?? null} visible={layers.rings} />
      <TeamsLayer
        teams={teams?.items ?? NONE}
        rows={rows}
        minute={minute}
        visible={layers.teams}
        lines={layers.orders}
      />
      <IncidentsLayer rows={rows} selectedId={selectedId} visible={layers.incidents} />
      <FlightLayer />
      <PickLayer />
    </>
  );
}

/** The desk's map: offline, one layer per component, the same selection as the queue. */
export default function DeskMap() {
  const { t } = useTranslation('desk');
  const theme = useTheme();
  const [failed, setFailed] = useState(false);
  const drawn = useRef<Drawn | null>(null);
  const keep = useRef((created: Drawn) => {
    drawn.current = created;
  });
  const { data: teams } = useAnswer('listTeams', undefined, REGISTER);
  const county = (): void => {
    if (drawn.current !== null) showCounty(drawn.current);
  };
  useKeys({ c: county });
  if (failed) return <p className="page-note">{t('mapWords.failed')}</p>;
  return (
    <>
      <MapCanvas key={theme} palette={PALETTES[theme]} label={t('map')} onFailed={() => setFailed(true)}>
        <Layers />
        <Follow onMap={keep.current} />
      </MapCanvas>
      <MapTop teamCount={teams?.items.length ?? 0} onCounty={county} />
      <p className="map-legend">{t('mapWords.legend')}</p>
    </>
  );
}
