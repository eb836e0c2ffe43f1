import type { Api, ApiName } from '@liandong/shared/api';
import type { Answer, Request } from '@liandong/shared/route';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ApiProblem, call, Offline } from './client';

/**
 * Writes that got no answer, in order. Each carries a `clientId`, so sending again what did arrive does no harm.
 * Kept in the tab's storage: a reload loses nothing.
 */
interface Waiting {
  name: ApiName;
  request: unknown;
}
interface Outbox {
  waiting: readonly Waiting[];
  refused: ApiProblem | null;
}
const KEY = 'liandong.outbox';

function load(): Waiting[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Waiting[];
  } catch {
    return [];
  }
}

export const outboxStore = createStore<Outbox>()(() => ({ waiting: load(), refused: null }));
export const useOutbox = <T>(select: (outbox: Outbox) => T): T => useStore(outboxStore, select);

function keep(waiting: readonly Waiting[]): void {
  sessionStorage.setItem(KEY, JSON.stringify(waiting));
  outboxStore.setState({ waiting });
}

/**
 * Send now; when nobody answers, keep it for later.
 * @param later what to send instead once the line is back (e.g. with the instant at which it happened)
 * @returns the answer, or 'kept'
 * @throws ApiProblem when the server refuses
 */
export async function sendOrKeep<N extends ApiName>(
  name: N,
  request: Request<Api[N]>,
  later: Request<Api[N]> = request,
): Promise<Answer<Api[N]> | 'kept'> {
  try {
    return await call(name, request);
  } catch (error) {
    if (!(error instanceof Offline)) throw error;
    keep([...outboxStore.getState().waiting, { name, request: later }]);
    return 'kept';
  }
}

/** What a kept write still lacks and only the server can say is asked for when the line is back. */
type Completer = (request: unknown) => Promise<unknown>;
const completers = new Map<ApiName, Completer>();
export const completeWith = (name: ApiName, completer: Completer): void => void completers.set(name, completer);

async function deliver({ name, request }: Waiting): Promise<void> {
  const complete = completers.get(name);
  const whole = complete === undefined ? request : await complete(request);
  await call(name, whole as never);
}

let flushing = false;

/** Send what waits, oldest first; stop at the first that gets no answer. A refusal is shown, not repeated. */
export async function flushOutbox(): Promise<void> {
  if (flushing) return;
  flushing = true;
  try {
    for (let next = outboxStore.getState().waiting[0]; next !== undefined; next = outboxStore.getState().waiting[0]) {
      await deliver(next).catch((error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error;
        outboxStore.setState({ refused: error });
      });
      keep(outboxStore.getState().waiting.slice(1));
    }
  } catch {
    // Still nobody there; the next reconnect tries again.
  } finally {
    flushing = false;
  }
}

export const forgetRefusal = (): void => outboxStore.setState({ refused: null });
