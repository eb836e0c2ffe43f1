import { type LiveBatch, type LiveSnapshot, PUSH_EVENT, SOCKET } from '@liandong/shared/realtime';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { io } from 'socket.io-client';
import { measureClock } from './device-clock';
import { retryOutbox } from './outbox';

/**
 * Ask for the orders again whenever the centre says that something happened.
 * The phone keeps no copy of events: a touch is enough, because its list is one small request.
 */
export function useLiveOrders(): void {
  const client = useQueryClient();
  useEffect(() => {
    let last: number | null = null;
    const socket = io({ path: SOCKET.path, withCredentials: true });
    const touched = (message: LiveSnapshot): void => {
      last = message.last;
      measureClock(message.serverNow);
      void client.invalidateQueries({ queryKey: ['orders'] });
    };
    socket.on('connect', () => {
      socket.emit(SOCKET.resume, last);
      retryOutbox();
    });
    socket.on(SOCKET.batch, (batch: LiveBatch) => touched(batch));
    socket.on(SOCKET.snapshot, touched);
    // Confirming is what the centre shows as delivered to the app; a person's answer is the button.
    socket.on(PUSH_EVENT, (_order: unknown, confirm?: () => void) => {
      confirm?.();
      void client.invalidateQueries({ queryKey: ['orders'] });
    });
    return () => {
      socket.disconnect();
    };
  }, [client]);
}
