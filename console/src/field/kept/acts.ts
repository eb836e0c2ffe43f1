import type { Api } from '@liandong/shared/api';
import type { Answer } from '@liandong/shared/route';
import { create } from 'zustand';
import { call } from '../../api/client';
import { uuid } from '../../ui/uuid';
import { readStored, store } from '../storage';
import { outcomeOf, owner } from './account';
import type { Act, Acts, Deed } from './acts.rules';
import * as rules from './acts.rules';
import { dropPhotos, usePhotos } from './photos';
import { proofSubject, uploadedIds, waitingOf } from './photos.rules';
import { UNTRIED } from './retry.rules';
import { makeWorker } from './worker';

const KEY = 'liandong.field.acts';

/** Deeds of this phone the server does not have yet; they survive a closed app. */
export const useActs = create<{ acts: Acts }>(() => ({ acts: readStored<Acts>(KEY, []) }));

export type Taken = Answer<Api['takeOnHotline']>;
interface Listener {
  /** A call taken on the hotline has become an incident and an order. */
  taken: (taken: Taken) => void;
  /** The lists of what is owed have changed. */
  changed: () => void;
}
let listener: Listener = { taken: () => {}, changed: () => {} };

function change(next: (acts: Acts) => Acts): void {
  const acts = next(useActs.getState().acts);
  useActs.setState({ acts });
  store(KEY, acts);
}

const photosNow = () => usePhotos.getState().photos;
const heldBack = (act: Act): boolean =>
  act.kind === 'complete' && waitingOf(photosNow(), proofSubject(act.followUpId)) > 0;

async function perform(act: Act): Promise<void> {
  const { clientId } = act;
  if (act.kind === 'hotline') return listener.taken(await call('takeOnHotline', { body: { ...act.call, clientId } }));
  if (act.kind === 'receive') await call('receiveNotice', { params: { id: act.noticeId }, body: { clientId } });
  if (act.kind === 'answer')
    await call('answerNotice', { params: { id: act.noticeId }, body: { answer: act.answer, clientId } });
  if (act.kind === 'complete') {
    const subject = proofSubject(act.followUpId);
    const body = { proof: act.proof, attachmentIds: uploadedIds(photosNow(), subject), clientId };
    await call('completeFollowUp', { params: { id: act.followUpId }, body });
    await dropPhotos(subject);
  }
}

async function send(act: Act): Promise<void> {
  change((acts) => rules.beginAct(acts, act.clientId));
  try {
    await perform(act);
    change((acts) => rules.dropAct(acts, act.clientId));
  } catch (error) {
    const outcome = outcomeOf(error);
    change((acts) =>
      outcome.kind === 'refused'
        ? rules.refuseAct(acts, act.clientId, outcome.words)
        : rules.delayAct(acts, act.clientId, Date.now()),
    );
    if (outcome.kind === 'later') return;
  }
  listener.changed();
}

export const wakeActs = makeWorker((now) => {
  const name = owner();
  const next = name === null ? null : rules.nextAct(useActs.getState().acts, name, now, heldBack);
  return next && { at: next.at, run: () => send(next.act) };
});

export function startActs(on: Listener): void {
  listener = on;
  retryActs();
}

/** The line is back. */
export function retryActs(): void {
  change(rules.retryActs);
  wakeActs();
}

/** Keep a deed and send it as soon as there is a line. */
export function perhapsLater(deed: Deed): void {
  const name = owner();
  if (name === null) return;
  change((acts) =>
    rules.addAct(acts, { ...deed, ...UNTRIED, owner: name, clientId: uuid(), at: Date.now(), refusal: null }),
  );
  wakeActs();
}

/** A refused deed has been read. */
export const dismissAct = (clientId: string): void => change((acts) => rules.dropAct(acts, clientId));

/** Another window of this app changed the queue. */
export function onActsStored(event: StorageEvent): void {
  if (event.key === KEY) useActs.setState({ acts: readStored<Acts>(KEY, []) });
}
