// The service worker of the team leader's app: wakes when an order is pushed while the app is closed, shows it, tells the
// centre that it arrived, and opens the app when it is tapped. It keeps nothing and answers no requests.

const APP = '/field';
const VIBRATION_MS = [400, 150, 400, 150, 700];
const AGAIN_MS = 3000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

function read(data) {
  try {
    return data.json();
  } catch {
    return {};
  }
}

function post(path, body) {
  const headers = { 'content-type': 'application/json' };
  return fetch(path, { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body) });
}

/** Without a line yet, or with a fault there, once more a little later; a refusal is an answer. */
async function report(messageId) {
  const body = { messageId };
  const answered = await post('/api/push/receipts', body).catch(() => null);
  if (answered && answered.status < 500) return;
  await new Promise((later) => setTimeout(later, AGAIN_MS));
  await post('/api/push/receipts', body).catch(() => null);
}

self.addEventListener('push', (event) => {
  const { messageId, orderId, text } = read(event.data);
  const shown = self.registration.showNotification('应急大联动', {
    body: text || '有新消息，请打开应用查看',
    tag: orderId || messageId,
    renotify: Boolean(orderId || messageId),
    requireInteraction: true,
    vibrate: VIBRATION_MS,
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    lang: 'zh-CN',
  });
  // Shown first: what is reported as delivered can be seen.
  event.waitUntil(shown.then(() => messageId && report(messageId)));
});

async function openApp() {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const app = windows.find(({ url }) => new URL(url).pathname.startsWith(APP));
  return app ? app.focus() : self.clients.openWindow(APP);
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openApp());
});

/** A push service may change a phone's address by itself; the centre has to know the new one. */
async function renew() {
  const { key } = await (await fetch('/api/push/key', { credentials: 'same-origin' })).json();
  const fresh = await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint, keys } = fresh.toJSON();
  await post('/api/push/subscriptions', { endpoint, keys });
}

self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew()));
