import { copyDatabase } from '../databases.mjs';
import { brokenClocks } from './clocks.check.js';
import { Dice, pause } from './dice.js';
import { countDuplicates, type Duplicates } from './duplicates.js';
import { crashDatabase, cutConnections, Victim, waitForMoment } from './harm.js';
import { Ledger } from './ledger.js';
import { brokenOutbox, brokenWord } from './outbox.check.js';
import { type Broken, brokenPromises } from './promises.check.js';
import { Providers } from './providers.js';
import { Sql } from './sql.js';
import { Story } from './story.js';

/** `crash`: the database is a private one on this machine, its processes may be killed too. */
export interface Plan {
  seed: number;
  kills: number;
  crash: boolean;
  /** Kills in a row before the county is given time to recover. */
  inARow: readonly [least: number, most: number];
  say: (line: string) => void;
}

export interface Ended extends Duplicates {
  kills: number;
  cuts: number;
  crashes: number;
  orders: number;
  replies: number;
  /** Longest time from the last restart, or from the last promise after it, until everything was as it has to be, ms. */
  slowestMs: number;
  broken: Broken[];
}

/** Everything answered has to be kept this long after the recovery. */
const RECOVERY_MS = 15_000;

/** One county, its server killed again and again; ends at the first promise that is not kept. */
export async function runStory({ seed, kills, crash, inARow, say }: Plan): Promise<Ended> {
  const dice = new Dice(seed);
  const place = await copyDatabase();
  const victim = await Victim.make();
  const providers = new Providers(victim.url, dice);
  const sql = new Sql(place);
  const ledger = new Ledger();
  const story = new Story(victim.url, providers, sql, ledger, dice);
  const done = { cuts: 0, crashes: 0, slowestMs: 0 };
  await providers.start();
  const start = () => victim.start({ DATA_DIR: place.dataDir, DATABASE_URL: place.url, ...providers.environment });

  const strike = async (): Promise<void> => {
    await providers.changeMood();
    await waitForMoment(dice, ledger, providers);
    if (place.url && dice.chance(1 / 10)) {
      done.cuts += 1;
      await cutConnections(sql);
      await pause(dice.between(0, 1500));
    } else if (place.url && crash && dice.chance(1 / 30)) {
      done.crashes += 1;
      await crashDatabase(sql);
      await pause(dice.between(0, 1500));
    }
    await victim.kill();
    ledger.kills += 1;
  };

  try {
    await start();
    await story.begin();
    while (ledger.kills < kills) {
      story.go();
      for (let left = dice.between(...inARow); left > 0 && ledger.kills < kills; left -= 1) {
        await strike();
        await start();
      }
      await providers.feelWell();
      const since = Date.now();
      const broken = await recovered(sql, providers, story, ledger);
      const took = Date.now() - since;
      done.slowestMs = Math.max(done.slowestMs, took);
      const { orders, replies } = ledger;
      say(
        `seed ${seed}: ${ledger.kills} kills, ${orders.length} orders, ${replies.length} replies, recovered in ${took} ms`,
      );
      if (broken.length > 0) return { ...done, ...(await ended(broken)) };
      ledger.settle();
      if (ledger.kills < kills) await story.close();
    }
    return { ...done, ...(await ended(await story.brokenTrail())) };
  } finally {
    await victim.kill();
    await providers.stop();
    await sql.close();
    await place.drop();
  }

  async function ended(broken: Broken[]) {
    const { orders, replies } = ledger;
    const duplicates = await countDuplicates(sql, providers);
    return { ...duplicates, kills: ledger.kills, orders: orders.length, replies: replies.length, broken };
  }
}

/** Looks until all is well, at most as long as it may take. @returns what is not well even then */
async function recovered(sql: Sql, providers: Providers, story: Story, ledger: Ledger): Promise<Broken[]> {
  await story.rest();
  for (const end = Date.now() + RECOVERY_MS; ; await pause(250)) {
    const news = ledger.news();
    const broken = [
      ...(await brokenPromises(sql, news)),
      ...(await brokenClocks(sql, news.orders)),
      ...(await brokenOutbox(sql)),
    ];
    if (broken.length > 0 && Date.now() < end) continue;
    return broken.length > 0 ? broken : brokenWord(sql, providers);
  }
}
