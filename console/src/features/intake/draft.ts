import type { LonLat } from '@liandong/shared/basics';
import { CALL_CHANNELS, type Severity } from '@liandong/shared/incident';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { uuid } from '../../ui/uuid';

export type CallChannel = (typeof CALL_CHANNELS)[number];
/**
 * A place as chosen: from the gazetteer, from a proposal, or a point of the map. A township alone is no point: where in it
 * is not known yet.
 */
export interface Place {
  name: string;
  townshipCode: string | null;
  townshipName: string | null;
  location: LonLat | null;
  grade: string;
}

/**
 * A call being taken. What the dispatcher has chosen stands; what is undefined is filled from the proposals;
 * null was taken away on purpose. Kept in the tab's storage until it is filed.
 */
export interface Draft {
  channel: CallChannel;
  phone: string;
  callerName: string;
  narrative: string;
  typeCode: string | null | undefined;
  severity: Severity | undefined;
  place: Place | null | undefined;
  drill: boolean;
  clientId: string;
}

const KEY = 'liandong.draft';
const blank = (): Draft => ({
  channel: '110',
  phone: '',
  callerName: '',
  narrative: '',
  typeCode: undefined,
  severity: undefined,
  place: undefined,
  drill: false,
  clientId: uuid(),
});

function load(): Draft {
  try {
    return { ...blank(), ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Draft>) };
  } catch {
    return blank();
  }
}

const store = createStore<Draft>()(load);
store.subscribe((draft) => sessionStorage.setItem(KEY, JSON.stringify(draft)));

export const useDraft = (): Draft => useStore(store);
export const presentDraft = (): Draft => store.getState();
export const change = (part: Partial<Draft>): void => store.setState(part);
/** The call is filed: the next one starts empty, with an id of its own. */
export const clearDraft = (): void => store.setState(blank(), true);
export const isBlank = (draft: Draft): boolean => draft.narrative.trim() === '' && draft.phone.trim() === '';
