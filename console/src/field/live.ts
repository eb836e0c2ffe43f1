import { type LiveBatch, type LiveSnapshot, PUSH_EVENT, SOCKET } from '@liandong/shared/realtime';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { io } from 'socket.io-client';
import { measureClock } from './device-clock';
import { keepReminder, sayInBackground } from './push/reminder';
import { retryAll } from './sync';
import { OWED } from './todo/owed';

interface Pushed {
  orderId: string | null;
  text: string;
}

/**
 * Ask for the orders, and for what is owed, again whenever the centre says that something happened.
 * The phone keeps no copy of events: a touch is enough, because its lists are small.
 */
export function useLiveOrders(): void {
  const client = useQueryClient();
  useEffect(() => {
    void keepReminder();
    let last: number | null = null;
    const socket = io({ path: SOCKET.path, withCredentials: true });
    const touched = (message: LiveSnapshot): void => {
      last = message.last;
      measureClock(message.serverNow);
      void client.invalidateQueries({ queryKey: ['orders'] });
      void client.invalidateQueries({ queryKey: OWED });
    };
    socket.on('connect', () => {
      socket.emit(SOCKET.resume, last);
      retryAll();
    });
    socket.on(SOCKET.batch, (batch: LiveBatch) => touched(batch));
    socket.on(SOCKET.snapshot, touched);
    // Confirming is what the centre shows as delivered to the app; a person's answer is the button.
    socket.on(PUSH_EVENT, (order: Pushed, confirm?: () => void) => {
      confirm?.();
      void sayInBackground(order).catch(() => undefined);
      void client.invalidateQueries({ queryKey: ['orders'] });
    });
    return () => {
      socket.disconnect();
    };
  }, [client]);
}
