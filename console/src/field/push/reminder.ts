import { create } from 'zustand';
import { ApiProblem, call } from '../../api/client';
import { language } from '../../i18n';
import { isKey, type ReminderState, reminderState } from './reminder.rules';

const WORKER = '/field-sw.js';
const SCOPE = '/field';
/** Signing out waits no longer than this for the push service. */
const LEAVE_MS = 3_000;

/** `problem`: why it could not be turned on, in words; `busy`: the browser or the centre is being asked. */
interface Reminder {
  state: ReminderState | null;
  busy: boolean;
  problem: string | null;
}

export const useReminder = create<Reminder>(() => ({ state: null, busy: false, problem: null }));

/** Browsers have these only over https (and on the machine itself); on an iPhone only in the installed app. */
const supported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const worker = (): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' });

async function subscription(): Promise<PushSubscription | null> {
  return supported()
    ? ((await navigator.serviceWorker.getRegistration(SCOPE))?.pushManager.getSubscription() ?? null)
    : null;
}

async function look(): Promise<void> {
  const permission = supported() ? Notification.permission : 'default';
  const subscribed = (await subscription().catch(() => null)) !== null;
  useReminder.setState({ state: reminderState({ supported: supported(), permission, subscribed }) });
}

/** This phone at the centre, under whoever is signed in now; made anew when it was made for another key. */
async function subscribe(): Promise<void> {
  await worker();
  const { pushManager } = await navigator.serviceWorker.ready;
  const { key } = await call('pushKey');
  const known = await pushManager.getSubscription();
  const ours = known !== null && isKey(known.options.applicationServerKey, key);
  if (known && !ours) await known.unsubscribe();
  const taken = ours ? known : await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint, keys } = taken.toJSON() as { endpoint: string; keys: { p256dh: string; auth: string } };
  await call('subscribePush', { body: { endpoint, keys } });
}

function wordsOf(error: unknown): string | null {
  if (!(error instanceof ApiProblem)) return null;
  const { title, titleEn, detail } = error.problem;
  return language() === 'en' ? titleEn : (detail ?? title);
}

/** From a tap: the browser asks the person, then the phone is made known to the centre. @param failed words for any other failure */
export async function turnOn(failed: string): Promise<void> {
  useReminder.setState({ busy: true, problem: null });
  try {
    if ((await Notification.requestPermission()) === 'granted') await subscribe();
  } catch (error) {
    // A phone the centre does not know must not look as if it were reminded.
    await (await subscription())?.unsubscribe().catch(() => false);
    useReminder.setState({ problem: wordsOf(error) ?? failed });
  }
  await look();
  useReminder.setState({ busy: false });
}

/** At the start of a signed-in app: the worker is brought up to date, and the centre told again of a phone it may have forgotten. */
export async function keepReminder(): Promise<void> {
  if (supported()) await worker().catch(() => undefined);
  await look();
  if (useReminder.getState().state === 'on') await subscribe().catch(() => undefined);
}

/** Nothing of this account wakes the phone any more, whether or not the centre can be told. */
export async function turnOff(): Promise<void> {
  useReminder.setState({ busy: true, problem: null });
  const leave = async (): Promise<void> => {
    const known = await subscription();
    if (!known) return;
    await Promise.allSettled([known.unsubscribe(), call('unsubscribePush', { body: { endpoint: known.endpoint } })]);
  };
  await Promise.race([leave().catch(() => undefined), new Promise((late) => setTimeout(late, LEAVE_MS))]);
  await look();
  useReminder.setState({ busy: false });
}

/** An order that reached the open app while nobody looks at it: said by the phone as well. */
export async function sayInBackground({ orderId, text }: { orderId: string | null; text: string }): Promise<void> {
  if (!document.hidden || useReminder.getState().state !== 'on') return;
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  await registration?.showNotification('应急大联动', {
    body: text,
    icon: '/icon-192.png',
    requireInteraction: true,
    ...(orderId ? { tag: orderId } : {}),
  });
}
