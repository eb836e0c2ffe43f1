import { PUSH_EVENT, teamRoom } from '@liandong/shared/realtime';
import type { SocketHub } from '../../platform/socket-hub.js';
import type { Send } from './channel.js';

const CONFIRM_MS = 3000;

/** The team's app, while it is open: the push is delivered when the app itself says so. */
export const appPush =
  (hub: SocketHub): Send =>
  async (message) => {
    const pushed = await hub.push(
      teamRoom(message.teamCode ?? ''),
      PUSH_EVENT,
      { orderId: message.orderId, text: message.text },
      CONFIRM_MS,
    );
    if (!pushed) return { outcome: 'permanent', code: 'app_offline' };
    return { outcome: 'accepted', providerId: message.id, delivered: pushed.confirmed };
  };
