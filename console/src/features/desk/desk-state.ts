import type { LonLat } from '@liandong/shared/basics';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export const MAP_LAYERS = ['townships', 'river', 'incidents', 'teams', 'orders', 'rings'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** Where the map shall look. `at` makes the same place twice two wishes. */
export interface Flight {
  to: LonLat;
  label: string;
  /** Come closer; else the mark is only brought into sight. */
  closer: boolean;
  at: number;
}

/** What the desk shows: which incident, which order in it, which panel over the queue. */
interface Desk {
  selectedId: string | null;
  orderId: string | null;
  panel: 'none' | 'intake' | 'dispatch';
  /** Teams to tick when the dispatch panel opens; null: as the plan proposes. */
  tick: readonly string[] | null;
  /** The next click on the map is the place of the call being taken. */
  picking: boolean;
  picked: LonLat | null;
  layers: Readonly<Record<MapLayer, boolean>>;
  layerMenu: boolean;
  flight: Flight | null;
  phoneOf: string | null;
  help: boolean;
}

export const deskStore = createStore<Desk>()(() => ({
  selectedId: null,
  orderId: null,
  panel: 'none',
  tick: null,
  picking: false,
  picked: null,
  layers: { townships: true, river: true, incidents: true, teams: true, orders: true, rings: false },
  layerMenu: false,
  flight: null,
  phoneOf: null,
  help: false,
}));

export const useDesk = <T>(select: (desk: Desk) => T): T => useStore(deskStore, select);
const set = deskStore.setState;

export const select = (selectedId: string | null): void => {
  if (selectedId !== deskStore.getState().selectedId) set({ selectedId, orderId: null });
};
export const selectOrder = (orderId: string | null): void => set({ orderId });
export const openIntake = (): void => set({ panel: 'intake' });
export const openDispatch = (tick: readonly string[] | null = null): void =>
  set({ panel: 'dispatch', tick, flight: null });
export const closePanel = (): void => set({ panel: 'none', picking: false, tick: null, flight: null });
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
export const showHelp = (help: boolean): void => set({ help });
