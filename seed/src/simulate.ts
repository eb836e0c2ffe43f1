import { parseArgs } from 'node:util';
import { ordinaryDay } from './scenarios/day.js';
import { ApiClient } from './scenarios/play/api-client.js';
import { askForFigures } from './scenarios/play/check.js';
import { closingTable, mismatches } from './scenarios/play/closing-table.js';
import { PlayScenario } from './scenarios/play/play-scenario.js';
import { ServerClock } from './scenarios/play/server-clock.js';
import { makeRandom } from './scenarios/random.js';
import { typhoonEvening } from './scenarios/typhoon.js';

/**
 * Plays a day or a typhoon evening against a running server, over HTTP alone, and checks its own numbers against what
 * the server reports. Exit code 1 when they differ.
 */
const USAGE = `用法 / usage: npm run simulate -- day|typhoon [--speed 60] [--url http://127.0.0.1:3000] [--seed 7] [--password …]
  --speed      模拟时间比真实时间快多少倍；大于 1 须服务器以 TEST_CLOCK=1 启动 / how many times faster than real time
  --password   演示账号 dispatcher、supervisor 的密码；默认取环境变量 DEMO_PASSWORD`;

const SCENARIOS = { day: ordinaryDay, typhoon: typhoonEvening };
const HOUR = 3_600_000;
const COUNTY_OFFSET = 8 * HOUR;

interface Wanted {
  name: keyof typeof SCENARIOS;
  speed: number;
  seed: number;
  url: string;
  password: string;
}

/** @throws Error in words when something is wrong or missing */
function readArguments(argv: string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      speed: { type: 'string', default: '60' },
      seed: { type: 'string', default: '7' },
      url: { type: 'string', default: 'http://127.0.0.1:3000' },
      password: { type: 'string', default: process.env.DEMO_PASSWORD ?? '' },
    },
  });
  const [name] = positionals;
  const [speed, seed] = [Number(values.speed), Number(values.seed)];
  if (name !== 'day' && name !== 'typhoon') throw new Error(USAGE);
  if (!(speed >= 1 && speed <= 100_000) || !Number.isInteger(seed)) throw new Error(USAGE);
  if (!values.password) throw new Error(`缺少密码 / no password\n${USAGE}`);
  return { name, speed, seed, url: new URL(values.url).origin, password: values.password };
}

/** The next local midnight after everything the server already knows, so that runs do not mix; plus the scenario's hour. */
async function startOf(client: ApiClient, serverNow: string, startHour: number): Promise<number> {
  const { items } = await client.call('listIncidents', { query: { limit: 1 } });
  const last = Math.max(Date.parse(serverNow), ...items.map((row) => Date.parse(row.receivedAt)));
  const midnight = Math.ceil((last + COUNTY_OFFSET) / (24 * HOUR)) * 24 * HOUR - COUNTY_OFFSET;
  return midnight + startHour * HOUR;
}

async function simulate(wanted: Wanted): Promise<boolean> {
  const dispatcher = new ApiClient(wanted.url, 'dispatcher', wanted.password);
  const supervisor = new ApiClient(wanted.url, 'supervisor', wanted.password);
  const me = await dispatcher.signIn();
  await supervisor.signIn();
  if (!me.practice) throw new Error('只在演练手机上运行：服务器须为 SMS_PROVIDER=simulator / practice phones only');
  const scenario = SCENARIOS[wanted.name](wanted.seed);
  const clock = await ServerClock.start(
    dispatcher,
    await startOf(dispatcher, me.serverNow, scenario.startHour),
    wanted.speed,
  );
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
  });
  const random = makeRandom(wanted.seed + 1);
  const stage = { dispatcher, supervisor, clock, random, stopped: () => stopped, progress: progressLine() };
  const play = new PlayScenario(stage);
  await play.run(scenario);
  const figures = await askForFigures(dispatcher, play.played, clock.origin, clock.now());
  return close(wanted, play, figures, clock.now(), stopped);
}

function close(
  wanted: Wanted,
  { played }: PlayScenario,
  figures: Awaited<ReturnType<typeof askForFigures>>,
  now: number,
  stopped: boolean,
): boolean {
  const until = new Date(now + COUNTY_OFFSET).toISOString().slice(0, 19).replace('T', ' ');
  console.log(
    `\n\n${wanted.name}，种子 ${wanted.seed}，${stopped ? '中断于' : '至'} ${until}（服务器时钟停在此时之后继续走）\n`,
  );
  console.log(closingTable(figures));
  console.log(`\n  值班长豁免 ${played.waivers}，撤回 ${played.recalls}；请求 ${ApiClient.requests} 次`);
  const wrong = mismatches(figures);
  for (const surprise of played.surprises) console.log(`  ✗ ${surprise}`);
  for (const { group, name, believed, found } of wrong)
    console.log(`  ✗ ${group} ${name}：模拟器 ${believed}，服务器 ${found}`);
  const agreed = wrong.length === 0 && played.surprises.length === 0;
  console.log(agreed ? '  ✓ 与服务器的报告一致' : `  ✗ ${wrong.length + played.surprises.length} 处不一致`);
  return agreed;
}

/** One line that is written over on a terminal; elsewhere a line now and then. */
function progressLine(): (line: string) => void {
  let last = 0;
  const pause = process.stdout.isTTY ? 100 : 5000;
  return (line) => {
    if (performance.now() - last < pause) return;
    last = performance.now();
    process.stdout.write(process.stdout.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
  };
}

try {
  process.exitCode = (await simulate(readArguments(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
