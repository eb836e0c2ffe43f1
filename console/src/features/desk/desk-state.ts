import type { LonLat } from '@liandong/shared/basics';
import type { UpwardStage } from '@liandong/shared/upward';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { IncidentAct } from './incident-acts.rules';
import type { OrderAct } from './order-acts.rules';

export const MAP_LAYERS = ['townships', 'grids', 'river', 'incidents', 'teams', 'orders', 'rings'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** Where the map shall look. `at` makes the same place twice two wishes. */
export interface Flight {
  to: LonLat;
  label: string;
  /** Come closer; else the mark is only brought into sight. */
  closer: boolean;
  at: number;
}

/** The order whose place the teams to be sent take. */
export interface Replaced {
  id: string;
  code: number;
  teamCode: string;
  teamShortName: string;
}

/** What is being asked about the selected incident, or about one of its orders. `text`: what was already typed. */
export type Asking =
  | { of: 'incident'; act: IncidentAct; stage?: UpwardStage; text?: string }
  | { of: 'order'; act: Exclude<OrderAct, 'replace'>; orderId: string };

/** What the queue lists: 在办 or 已结. */
export type Listed = 'open' | 'ended';

/** What the desk shows: which incident, which order in it, which panel over the queue. */
interface Desk {
  listed: Listed;
  selectedId: string | null;
  orderId: string | null;
  panel: 'none' | 'intake' | 'dispatch';
  /** Teams to tick when the dispatch panel opens; null: as the plan proposes. */
  tick: readonly string[] | null;
  replaces: Replaced | null;
  asking: Asking | null;
  /** The scene commander's phone, large enough to be read out. */
  commander: boolean;
  /** The next click on the map is the place of the call being taken. */
  picking: boolean;
  picked: LonLat | null;
  layers: Readonly<Record<MapLayer, boolean>>;
  layerMenu: boolean;
  flight: Flight | null;
  phoneOf: string | null;
  /** Equipment asked for, in words; null: nothing is. */
  equipment: string | null;
  help: boolean;
}

export const deskStore = createStore<Desk>()(() => ({
  listed: 'open',
  selectedId: null,
  orderId: null,
  panel: 'none',
  tick: null,
  replaces: null,
  asking: null,
  commander: false,
  picking: false,
  picked: null,
  layers: { townships: true, grids: true, river: true, incidents: true, teams: true, orders: true, rings: false },
  layerMenu: false,
  flight: null,
  phoneOf: null,
  equipment: null,
  help: false,
}));

export const useDesk = <T>(select: (desk: Desk) => T): T => useStore(deskStore, select);
const set = deskStore.setState;

export const select = (selectedId: string | null): void => {
  if (selectedId !== deskStore.getState().selectedId)
    set({ selectedId, orderId: null, asking: null, commander: false });
};
export const list = (listed: Listed): void => set({ listed });
export const selectOrder = (orderId: string | null): void => set({ orderId });
export const openIntake = (): void => set({ panel: 'intake' });
export const openDispatch = (tick: readonly string[] | null = null, replaces: Replaced | null = null): void =>
  set({ panel: 'dispatch', tick, replaces, flight: null });
export const closePanel = (): void => set({ panel: 'none', picking: false, tick: null, replaces: null, flight: null });
export const ask = (asking: Asking | null): void => set({ asking });
export const showCommander = (commander: boolean): void => set({ commander });
export const pickOnMap = (picking: boolean): void => set({ picking });
export const picked = (at: LonLat | null): void => set({ picked: at, picking: false });
export const flyTo = (to: LonLat, label: string): void =>
  set({ flight: { to, label, closer: true, at: performance.now() } });
/** Mark where the call being taken would be filed; null takes the mark away. */
export const markPlace = (to: LonLat | null, label: string): void =>
  set({ flight: to === null ? null : { to, label, closer: false, at: performance.now() } });
export const toggleLayerMenu = (): void => set(({ layerMenu }) => ({ layerMenu: !layerMenu }));
export const toggleLayer = (layer: MapLayer): void =>
  set(({ layers }) => ({ layers: { ...layers, [layer]: !layers[layer] } }));
export const showPhones = (phoneOf: string | null): void => set({ phoneOf });
export const showEquipment = (equipment: string | null): void => set({ equipment });
export const showHelp = (help: boolean): void => set({ help });
