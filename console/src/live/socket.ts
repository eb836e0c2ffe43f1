import { type LiveBatch, type LiveSnapshot, SOCKET } from '@liandong/shared/realtime';
import { io, type Socket } from 'socket.io-client';
import { serverNow } from '../ui/clock';
import { position, resetFeed, takeBatch, takeSnapshot } from './feed';
import { type ConnectionState, liveStore } from './store';

/** A lost `resume` is repeated after this; until then one question is enough. */
const ASK_AGAIN_MS = 3_000;

let socket: Socket | null = null;
let askedAt = Number.NEGATIVE_INFINITY;

function become(connection: ConnectionState): void {
  if (liveStore.getState().connection !== connection) liveStore.setState({ connection, since: serverNow() });
}

function ask(): void {
  askedAt = performance.now();
  socket?.emit(SOCKET.resume, position());
}

function onBatch(batch: LiveBatch): void {
  if (takeBatch(batch)) askedAt = Number.NEGATIVE_INFINITY;
  else if (performance.now() - askedAt > ASK_AGAIN_MS) ask();
}

function onConnect(): void {
  become('live');
  ask();
}

/** The browser knows before the socket does that the line is gone, or back. */
const onBrowserOffline = (): void => {
  become('lost');
  socket?.disconnect();
};
const onBrowserOnline = (): void => {
  socket?.connect();
};

/** The line is known dead by another way (a call got no answer): do not wait for the socket's own timeout. */
export function suspectLine(): void {
  if (socket === null || !socket.connected) return;
  become('lost');
  socket.disconnect().connect();
}

/** Open the live feed; call the returned function to end it. */
export function connectLive(): () => void {
  socket = io({
    path: SOCKET.path,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
  });
  socket.on('connect', onConnect);
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    become('lost');
    // The server's own farewell is not followed by a reconnection unless asked for.
    if (reason === 'io server disconnect') setTimeout(() => socket?.connect(), 1_000);
  });
  socket.on('connect_error', () => become('lost'));
  socket.on(SOCKET.batch, onBatch);
  socket.on(SOCKET.snapshot, (snapshot: LiveSnapshot) => {
    askedAt = Number.NEGATIVE_INFINITY;
    takeSnapshot(snapshot);
  });
  window.addEventListener('offline', onBrowserOffline);
  window.addEventListener('online', onBrowserOnline);
  return () => {
    window.removeEventListener('offline', onBrowserOffline);
    window.removeEventListener('online', onBrowserOnline);
    socket?.disconnect();
    socket = null;
    resetFeed();
    liveStore.setState({ connection: 'connecting', since: serverNow() });
  };
}
