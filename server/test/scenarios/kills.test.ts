import { describe, expect, test } from '@jest/globals';
import { type Ended, runStory } from '../kills/run-story.js';

/** A few kills by default; `npm run kills` asks for many. Each story has a county and a seed of its own. */
const KILLS = Number(process.env.LIANDONG_KILLS ?? 6);
const SEED = Number(process.env.LIANDONG_SEED ?? 7);
const LONG = process.env.LIANDONG_KILLS !== undefined;
const KILLS_A_STORY = 100;
/** The database may be made to crash: nobody else uses it. */
const CRASH = process.env.LIANDONG_CRASH === '1';

const stories = Array.from({ length: Math.ceil(KILLS / KILLS_A_STORY) }, (_, index) => ({
  seed: SEED + index,
  kills: Math.min(KILLS_A_STORY, KILLS - index * KILLS_A_STORY),
}));

const say = (line: string): void => {
  if (LONG) process.stdout.write(`${new Date().toISOString().slice(11, 19)}  ${line}\n`);
};

describe('killed at random moments, nothing that was answered is lost', () => {
  test.each(stories)(
    'seed $seed, $kills kills: orders are attempted, replies applied once, clocks fired',
    async ({ seed, kills }) => {
      const ended: Ended = await runStory({ seed, kills, crash: CRASH, inARow: [3, 15], say });
      say(JSON.stringify(ended));
      expect({ seed, kill: ended.kills, broken: ended.broken }).toEqual({ seed, kill: kills, broken: [] });
      expect(ended.orders).toBeGreaterThan(0);
      expect(ended.unrecorded).toEqual([]);
      // What an interrupted hand-over sent twice is told, not forbidden: twice rather than never.
      say(`twice by a line that can be asked: ${ended.sameLine.length}`);
    },
    LONG ? KILLS_A_STORY * 60_000 : 120_000,
  );
});
