import type { LonLat } from '@liandong/shared/basics';
import type { HotlineCall } from '../kept/acts.rules';

/** What is being written down of a call; empty words are nothing. */
export interface CallDraft {
  narrative: string;
  placeText: string;
  townshipCode: string;
  callerPhone: string;
  callerName: string;
  location: LonLat | null;
}
export const EMPTY_CALL: CallDraft = {
  narrative: '',
  placeText: '',
  townshipCode: '',
  callerPhone: '',
  callerName: '',
  location: null,
};

const SHORTEST = 2;
/** As the server takes it; spaces and dashes between the digits are fine. */
const PHONE = /^\+?[0-9 -]{3,20}$/;

export type CallLack = 'need' | 'badPhone';

/** What keeps the call from being registered. */
export function lacksOfCall({ narrative, callerPhone }: CallDraft): CallLack[] {
  const phone = callerPhone.trim();
  const lacks: [CallLack, boolean][] = [
    ['need', narrative.trim().length < SHORTEST],
    ['badPhone', phone !== '' && !PHONE.test(phone)],
  ];
  return lacks.filter(([, lacking]) => lacking).map(([lack]) => lack);
}

export const hasNoPlace = ({ placeText, townshipCode, location }: CallDraft): boolean =>
  placeText.trim() === '' && townshipCode === '' && location === null;

const orNothing = (words: string): string | undefined => words.trim() || undefined;

/** @param occurredAt when the call was taken: it may reach the server later */
export function callOf(draft: CallDraft, occurredAt: string): HotlineCall {
  return {
    narrative: draft.narrative.trim(),
    placeText: orNothing(draft.placeText),
    townshipCode: orNothing(draft.townshipCode),
    callerPhone: orNothing(draft.callerPhone),
    callerName: orNothing(draft.callerName),
    location: draft.location ?? undefined,
    occurredAt,
  };
}

/** A refused call back in the form, to be changed. */
export function draftOf(call: HotlineCall): CallDraft {
  const { narrative, placeText = '', townshipCode = '', callerPhone = '', callerName = '', location = null } = call;
  return { narrative, placeText, townshipCode, callerPhone, callerName, location };
}
