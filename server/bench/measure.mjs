import { Agent, request } from 'node:http';

/** Nearest-rank percentile. @param fraction 0…1 */
export function percentile(samples, fraction) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)];
}

export const median = (samples) => percentile(samples, 0.5);

/** A request that has no answer after this is a fault of the run, not a slow sample. */
const TIMEOUT_MS = 30_000;

/**
 * A client of one server: keeps its connections, sends JSON, reads the answer to its end and leaves parsing to the caller.
 * @param origin `http://127.0.0.1:port`
 * @param headers sent with every request (the session's cookie)
 */
export function client(origin, headers = {}) {
  const agent = new Agent({ keepAlive: true });
  const send = (method, path, body) =>
    new Promise((done, fail) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const type = payload === undefined ? {} : { 'content-type': 'application/json' };
      const options = { method, agent, headers: { ...headers, ...type }, timeout: TIMEOUT_MS };
      const sent = request(origin + path, options, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', fail);
        answer.on('end', () => {
          const text = Buffer.concat(chunks);
          if (answer.statusCode < 300) return done({ headers: answer.headers, json: () => JSON.parse(text) });
          fail(new Error(`${method} ${path}: ${answer.statusCode} ${text.subarray(0, 400)}`));
        });
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer`)));
      sent.on('error', fail);
      sent.end(payload);
    });
  return { send, close: () => agent.destroy() };
}

/** Milliseconds of each of `count` runs, one after another. */
export async function timeEach(count, act) {
  const samples = [];
  for (let i = 0; i < count; i += 1) samples.push(await timeOne(act));
  return samples;
}

/** Milliseconds of one run. */
export async function timeOne(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** Runs a second while `concurrency` callers each start the next as soon as the last has ended. */
export async function perSecond(milliseconds, concurrency, act) {
  const start = performance.now();
  let done = 0;
  const caller = async () => {
    while (performance.now() - start < milliseconds) {
      await act();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, caller));
  return (done * 1000) / (performance.now() - start);
}

/**
 * Measure two sides in turns, so that a slow moment of the machine meets both.
 * @param sides `{ours, floor}`, each a function of the round's number answering named figures
 * @returns `{ours, floor}`: a list of figures per side, one per round; who begins changes from round to round
 */
export async function inTurns(rounds, sides) {
  const found = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of round % 2 === 0 ? ['floor', 'ours'] : ['ours', 'floor'])
      found[side].push(await sides[side](round));
  }
  return found;
}
