import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, fillBoard } from './county.mjs';
import { importing } from './importing.mjs';
import { openPostgres } from './postgres.mjs';
import { creating, listing, ordering, recommending } from './rows.mjs';
import { searching } from './searching.mjs';
import { sending } from './sending.mjs';
import { startFloor, startOurs } from './servers.mjs';

/**
 * Speed as a ratio to a floor measured in the same run: bare Fastify with raw `pg` doing the same on the same PostgreSQL.
 * `node server/bench/bench.mjs [--json file]`; exit code 1 when a ratio is above what it must be.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const at = process.argv.indexOf('--json');
const FILE = resolve(at < 0 ? `${ROOT}/.tmp/bench.json` : process.argv[at + 1]);
const DATABASES = { ours: 'liandong_bench', floor: 'liandong_bench_floor', county: 'liandong_bench_county' };

const cleanUps = [];
const say = (text) => console.log(`${new Date().toISOString().slice(11, 19)}  ${text}`);

async function run() {
  const postgres = await openPostgres();
  cleanUps.push(() => postgres.stop());
  say(`${postgres.describe}, Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}`);
  const parts = await prepare(postgres);
  say('list');
  const listed = await listing(parts);
  say('recommend');
  const recommended = await recommending(parts);
  for (const sql of Object.values(parts.sql)) await sql.query(CLEAR_THE_FIELD);
  say('create');
  const created = await creating(parts);
  say('order');
  const ordered = await ordering(parts);
  say('search');
  const searched = await searching();
  say('import');
  const imported = await importing(await emptyDatabase(postgres));
  say('send');
  const sent = await sending(parts);
  report([...created, ...listed, ...recommended, ...ordered, ...searched, ...imported, ...sent], postgres.describe);
}

/** The board as it is listed has been measured; from here on nothing of it is open, sent or chased any more. */
const CLEAR_THE_FIELD = `
  UPDATE incidents SET status = 'closed';
  UPDATE orders SET status = 'cleared';
  UPDATE obligations SET next_chase_at = NULL;
  UPDATE outgoing_messages SET state = 'cancelled' WHERE state = 'queued'`;

/** Fill a database through the product, copy it for the floor, start both. */
async function prepare(postgres) {
  const [own, bare] = [postgres.url(DATABASES.ours), postgres.url(DATABASES.floor)];
  await postgres.create(DATABASES.ours);
  cleanUps.push(() => postgres.drop(DATABASES.ours));
  say('filling the board');
  const filling = await startOurs(own);
  const sql = connect(own);
  const teamCodes = (await filling.send('GET', '/api/teams')).json().items.map((team) => team.code);
  await fillBoard(filling, sql, teamCodes).finally(async () => {
    await filling.stop();
    await sql.end();
  });
  await postgres.create(DATABASES.floor, DATABASES.ours);
  cleanUps.push(() => postgres.drop(DATABASES.floor));
  const pools = { ours: connect(own), floor: connect(bare) };
  cleanUps.push(() => Promise.all(Object.values(pools).map((pool) => pool.end())));
  for (const pool of Object.values(pools)) await pool.query('VACUUM ANALYZE');
  const floor = await startFloor(bare);
  cleanUps.push(() => floor.stop());
  const ours = await startOurs(own);
  cleanUps.push(() => ours.stop());
  return { ours, floor, own, sql: pools, teamCodes };
}

async function emptyDatabase(postgres) {
  await postgres.create(DATABASES.county);
  cleanUps.push(() => postgres.drop(DATABASES.county));
  return postgres.url(DATABASES.county);
}

const shown = (value, unit) => `${value.toFixed(unit === 'ms' ? 1 : 0)} ${unit}`;

/** Against a floor, or against what it may need itself; a figure without either is only told. */
function verdict({ ours, ratio, must, most }) {
  if (most) return ours <= most ? 'kept' : 'missed';
  if (!must) return 'told';
  return ratio <= must ? 'kept' : 'missed';
}

const MARKS = { kept: '✓', missed: '✗', told: '' };

function report(figures, database) {
  const line = (...cells) => console.log(cells.map((c, i) => (i === 0 ? c.padEnd(46) : c.padStart(11))).join(''));
  console.log('');
  line('', 'ours', 'floor', 'ratio', 'must', '');
  for (const each of figures) {
    const { name, unit, ours, floor, ratio, must, most } = each;
    const against = floor === undefined ? ['–', '–'] : [shown(floor, unit), ratio.toFixed(2)];
    line(
      name,
      shown(ours, unit),
      ...against,
      most ? `≤ ${most} ${unit}` : must ? `≤ ${must}` : '',
      MARKS[verdict(each)],
    );
  }
  const written = figures.find((f) => f.written)?.written;
  console.log(
    `\none order to 40 teams: ${Object.entries(written)
      .map(([k, n]) => `${n} ${k}`)
      .join(', ')}`,
  );
  console.log('medians over interleaved rounds; the ratio is the median of the rounds’ ratios');
  mkdirSync(dirname(FILE), { recursive: true });
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0].model, database };
  writeFileSync(FILE, `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`);
  console.log(FILE);
  if (figures.some((f) => verdict(f) === 'missed')) process.exitCode = 1;
}

async function cleanUp() {
  for (const undo of cleanUps.splice(0).reverse()) await undo().catch((error) => console.error(error));
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => cleanUp().then(() => process.exit(130)));
try {
  await run();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
