import type { Api } from '@liandong/shared/api';
import type { Request } from '@liandong/shared/route';
import { putOff, readyAt, type Tries, tried } from './retry.rules';

export type HotlineCall = Omit<Request<Api['takeOnHotline']>['body'], 'clientId'>;

/** What a leader can do besides reporting on an order. Each is one write to the server. */
export type Deed =
  | { kind: 'hotline'; call: HotlineCall }
  | { kind: 'receive'; noticeId: string }
  | { kind: 'answer'; noticeId: string; answer: string }
  | { kind: 'complete'; followUpId: string; proof: string };

/** A deed the server does not have yet. `at`: the tap, ms by the device's clock. A refused one stays to be read. */
export type Act = Deed & Tries & { owner: string; clientId: string; at: number; refusal: string | null };
export type Acts = readonly Act[];

/** What a deed is about: deeds about the same thing go in the order of the taps, others do not wait for each other. */
export function aboutOf(act: Act): string {
  if (act.kind === 'hotline') return act.clientId;
  return act.kind === 'complete' ? act.followUpId : act.noticeId;
}

/** Append a deed. The same one about the same thing, still on its way, is dropped; a refused one gives way. */
export function addAct(acts: Acts, act: Act): Acts {
  const rivals = acts.filter((a) => a.owner === act.owner && a.kind === act.kind && aboutOf(a) === aboutOf(act));
  if (rivals.some((a) => a.refusal === null)) return acts;
  return [...acts.filter((a) => !rivals.includes(a)), act];
}

/** The deeds that can leave: the oldest about each thing, unless the photos it shows are still on the phone. */
function heads(acts: Acts, owner: string, heldBack: (act: Act) => boolean): Act[] {
  const first = new Map<string, Act>();
  for (const act of acts) {
    if (act.owner === owner && act.refusal === null && !first.has(aboutOf(act))) first.set(aboutOf(act), act);
  }
  return [...first.values()].filter((act) => !heldBack(act));
}

/** The deed to send next and from which instant (ms, device); null: nothing waits. */
export function nextAct(
  acts: Acts,
  owner: string,
  now: number,
  heldBack: (act: Act) => boolean,
): { act: Act; at: number } | null {
  const ready = heads(acts, owner, heldBack).map((act) => ({ act, at: readyAt(act, now) }));
  return ready.reduce<(typeof ready)[number] | null>((best, one) => (best && best.at <= one.at ? best : one), null);
}

const alter = (acts: Acts, clientId: string, change: (act: Act) => Act): Acts =>
  acts.map((act) => (act.clientId === clientId ? change(act) : act));

export const beginAct = (acts: Acts, clientId: string): Acts => alter(acts, clientId, tried);
export const delayAct = (acts: Acts, clientId: string, now: number): Acts =>
  alter(acts, clientId, (act) => putOff(act, now));
export const refuseAct = (acts: Acts, clientId: string, refusal: string): Acts =>
  alter(acts, clientId, (act) => ({ ...act, refusal }));
export const dropAct = (acts: Acts, clientId: string): Acts => acts.filter((act) => act.clientId !== clientId);

/** The line is back: what failed may be tried at once. */
export const retryActs = (acts: Acts): Acts => acts.map((act) => ({ ...act, notBefore: 0 }));
