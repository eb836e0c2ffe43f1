import { PUSH_EVENT, teamRoom } from '@liandong/shared/realtime';
import type { DataSource } from 'typeorm';
import type { SocketHub } from '../../../platform/socket-hub.js';
import type { Line, Sendable, SendOutcome } from '../../lines/line.js';
import type { EndSubscriptions } from './end-subscriptions.js';
import { PUSH_FACTS } from './push.facts.js';
import { subscriptionsOf } from './push.queries.js';
import { outcomeOf } from './push.rules.js';
import type { WebPush } from './web-push.js';

/** An app that is open confirms at once; then it is the turn of the phones whose app is not. */
const CONFIRM_MS = 2000;

/**
 * The team's app: delivered when the app itself says so, on the socket at once or, woken by its push service, later by
 * `pushReceived`.
 */
export function pushLine(
  database: DataSource,
  hub: SocketHub,
  webPush: WebPush,
  subscriptions: EndSubscriptions,
): Line {
  async function send(message: Sendable, signal: AbortSignal): Promise<SendOutcome> {
    const { id: messageId, attemptId, teamCode, orderId, text } = message;
    if (teamCode === null) return outcomeOf([], false, attemptId);
    const content = { messageId, orderId, text };
    const open = (await hub.push(teamRoom(teamCode), PUSH_EVENT, content, CONFIRM_MS)) || null;
    if (open?.confirmed) return { outcome: 'accepted', providerId: attemptId, delivered: true };
    const browsers = await subscriptionsOf(database, teamCode);
    const pushed = await Promise.all(browsers.map((browser) => webPush.push(browser, content, signal)));
    await subscriptions.gone(browsers.filter((_, at) => pushed[at] === 'gone').map(({ endpoint }) => endpoint));
    return outcomeOf(pushed, open !== null, attemptId);
  }
  return { name: 'push-app', channel: 'app', facts: PUSH_FACTS, send, ping: async () => {} };
}
