import type { ReplyView } from '@liandong/shared/message';
import type { ApiClient } from './api-client.js';

/** Waiting for what the server's own workers do, by asking the API; never longer than this. */
const LONGEST_MS = 60_000;
const PAUSE_MS = 15;

async function until<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  for (const end = Date.now() + LONGEST_MS; ; ) {
    const found = await ask();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`waited ${LONGEST_MS / 1000} s for ${what}`);
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

const WORK = ['liandong_messages_due', 'liandong_obligations_due', 'liandong_events_unsealed'];

/** Everything due is sent and fired, everything that happened is in the log; twice in a row, for one may cause the other. */
export async function quiet(client: ApiClient): Promise<void> {
  let still = 0;
  await until('the server to finish its work', async () => {
    const gauges = await client.gauges();
    still = WORK.every((name) => gauges[name] === 0) ? still + 1 : 0;
    return still >= 2 ? true : null;
  });
}

/** What became of a reply once it is no longer merely received. */
export function replyApplied(client: ApiClient, replyId: string): Promise<ReplyView['state']> {
  return until(`reply ${replyId}`, async () => {
    const { items } = await client.call('listReplies', { query: { state: 'all' } });
    const reply = items.find((each) => each.id === replyId);
    return reply && reply.state !== 'received' ? reply.state : null;
  });
}

/** The phones an order's first text has reached: the member on duty, then the commander. */
export function whoGotIt(client: ApiClient, orderId: string): Promise<string[]> {
  return until(`the texts of order ${orderId}`, async () => {
    const { messages } = await client.call('getOrder', { params: { id: orderId } });
    const texts = messages.filter((m) => m.purpose === 'order' && m.step === 0 && m.channel === 'sms');
    if (texts.length === 0 || texts.some((m) => m.state !== 'delivered' && m.state !== 'sent')) return null;
    return texts.map((m) => m.phone);
  });
}
