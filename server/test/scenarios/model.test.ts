import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TestApp, useApp } from '../app.js';
import { ACTS, type Act, play } from '../model/acts.js';
import { readableLog } from '../model/log.js';
import { expectSound } from '../model/soundness.js';

/** How many stories are played, and replayed: more by MODEL_RUNS. */
const RUNS = Number(process.env.MODEL_RUNS ?? 20);
const REPLAYS = Math.ceil(RUNS / 7);

const stories = fc.array(ACTS, { minLength: 4, maxLength: 24, size: 'max' });

/** Random stories: orders, reports late, early, twice, out of order and from two devices, corrections, recalls, waivers, clock steps, restarts. */
describe('whatever happens to an incident', () => {
  const app = useApp();

  test('no obligation is lost or met twice, and no order’s stamps contradict its status', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        await play(app, story, expectSound);
        app.pass({ minutes: 11 });
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 300_000);
});

test('the same story played again leaves the same log', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const first = await logOf(story);
      expect(await logOf(story)).toEqual(first);
      expect(first.length).toBeGreaterThan(0);
    }),
    { numRuns: REPLAYS, endOnFailure: true },
  );
}, 300_000);

async function logOf(story: readonly Act[]): Promise<string[]> {
  const app = new TestApp();
  await app.start();
  try {
    return await readableLog(await play(app, story, async () => {}));
  } finally {
    await app.stop();
  }
}
