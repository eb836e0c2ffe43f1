import { createServer } from 'node:http';

/**
 * The world outside as a process of its own: takes texts (Aliyun), calls (Twilio) and pushes, answers each after 100 ms, and
 * knows when it took what. `POST /forget` begins anew; `GET /taken` answers `{order: [instants, ms], broadcast: [...]}`.
 */
const ANSWERS_AFTER_MS = 100;
const APPROVED = { order: 'SMS_order', broadcast: 'SMS_broadcast' };

let taken = { order: [], broadcast: [] };
const now = () => performance.timeOrigin + performance.now();

/** What is handed over here, and what is answered. */
function answer(url, method) {
  // Nothing is told of afterwards, and who asks hears that it is not known.
  if (method !== 'POST') return { status: 404, body: { code: 20404, status: 404 } };
  const id = crypto.randomUUID().replaceAll('-', '');
  if (url.pathname.endsWith('/Calls.json'))
    return { kind: 'order', status: 201, body: { sid: `CA${id}`, status: 'queued' } };
  if (url.pathname !== '/') return { kind: 'order', status: 201, body: {} };
  const template = url.searchParams.get('TemplateCode');
  const kind = template === APPROVED.broadcast ? 'broadcast' : template && 'order';
  return { kind, status: 200, body: { Code: 'OK', RequestId: id, BizId: id } };
}

const server = createServer((request, response) => {
  const say = (status, body) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const url = new URL(request.url, 'http://provider');
  if (url.pathname === '/taken') return say(200, taken);
  if (url.pathname === '/forget') {
    taken = { order: [], broadcast: [] };
    return say(200, {});
  }
  request.resume();
  request.once('end', () =>
    setTimeout(() => {
      const { kind, status, body } = answer(url, request.method);
      if (kind) taken[kind].push(now());
      say(status, body);
    }, ANSWERS_AFTER_MS),
  );
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
