import { madeUpCounty, REAL_SIZE, workbookOf } from '../test/county-workbook.mjs';
import { startCounty } from './servers.mjs';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A county is brought in while somebody waits for it. */
const MOST_MS = 20_000;
const LOOK_MS = 50;

/**
 * A county of real size (40 teams, 1,100 people, 5,335 places) out of one workbook into an empty database, from the upload to
 * the last row written; meanwhile somebody asks the server for its health again and again, as consoles do.
 * @param databaseUrl of an empty database
 */
export async function importing(databaseUrl) {
  const file = await workbookOf(madeUpCounty(REAL_SIZE));
  const county = await startCounty(databaseUrl);
  try {
    const waits = [];
    let going = true;
    const asking = (async () => {
      while (going) {
        const start = performance.now();
        await county.send('GET', '/readyz');
        waits.push(performance.now() - start);
        await pause(5);
      }
    })();
    const start = performance.now();
    const query = new URLSearchParams({ fileName: 'county.xlsx', clientId: crypto.randomUUID() });
    const { id } = await county.upload(`/api/county/imports?${query}`, file, XLSX);
    await stateOf(county, id, 'reading', 'ready');
    await county.send('POST', `/api/county/imports/${id}/apply`);
    await stateOf(county, id, 'applying', 'applied');
    const ours = performance.now() - start;
    going = false;
    await asking;
    return [
      { name: 'import a county by Excel', unit: 'ms', ours, most: MOST_MS },
      { name: 'longest wait for another answer meanwhile', unit: 'ms', ours: Math.max(...waits) },
    ];
  } finally {
    await county.stop();
  }
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Waits while the import is in one state. @throws Error when what follows is not the other */
async function stateOf(county, id, during, then) {
  for (;;) {
    const view = (await county.send('GET', `/api/county/imports/${id}`)).json();
    if (view.state === then) return;
    if (view.state !== during) throw new Error(`import ${view.state}: ${JSON.stringify(view.problems).slice(0, 400)}`);
    await pause(LOOK_MS);
  }
}
