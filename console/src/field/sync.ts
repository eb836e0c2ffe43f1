import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { attachToForm, retryForms, startForms, wakeForms } from './feedback/forms';
import { setOwner } from './kept/account';
import { onActsStored, retryActs, startActs, type Taken, wakeActs } from './kept/acts';
import { retryPhotos, startPhotos, usePhotos } from './kept/photos';
import { formOf, type Photo } from './kept/photos.rules';
import { takeAnswer } from './orders';
import { retryOutbox, startOutbox, useOutbox } from './outbox';
import { OWED, takeFeedback } from './todo/owed';

/** The line is back: everything kept on this phone is tried at once. */
export function retryAll(): void {
  retryOutbox();
  retryActs();
  retryPhotos();
  retryForms();
}

function whenArrived({ subject, owner, attachmentId }: Photo): void {
  const orderId = formOf(subject);
  if (orderId !== null && attachmentId !== null) attachToForm({ owner, orderId }, attachmentId);
}

/** What one kind of kept thing waits for may be another: reports before forms, photos before both submit and proof. */
function wakeEachOther(): () => void {
  const stops = [useOutbox.subscribe(wakeForms), usePhotos.subscribe(wakeForms), usePhotos.subscribe(wakeActs)];
  return () => {
    for (const stop of stops) stop();
  };
}

function start(username: string, client: QueryClient, onTaken: (taken: Taken) => void): () => void {
  setOwner(username);
  const stopOutbox = startOutbox(username, (answer) => takeAnswer(client, answer));
  const stopWaking = wakeEachOther();
  startActs({ taken: onTaken, changed: () => void client.invalidateQueries({ queryKey: OWED }) });
  void startPhotos(whenArrived);
  void startForms((view) => takeFeedback(client, view));
  window.addEventListener('online', retryAll);
  window.addEventListener('storage', onActsStored);
  return () => {
    setOwner(null);
    stopOutbox();
    stopWaking();
    window.removeEventListener('online', retryAll);
    window.removeEventListener('storage', onActsStored);
  };
}

/** Send what this account has kept on this phone, as long as it is signed in. */
export function useSync(username: string, onTaken: (taken: Taken) => void): void {
  const client = useQueryClient();
  const latest = useRef(onTaken);
  latest.current = onTaken;
  useEffect(() => start(username, client, (taken) => latest.current(taken)), [username, client]);
}
