// Excel is read and written in a thread of its own: orders go out meanwhile.

import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from './read-workbook.js';
import { writeWorkbook } from './write-workbook.js';
import { Unreadable } from './zip.js';

const SLICE = 400;

async function read({ bytes, known }) {
  const names = new Set(known);
  await readWorkbook(
    Buffer.from(bytes),
    (name) => names.has(name.trim()),
    ({ rows, ...sheet }) => {
      parentPort.postMessage({ kind: 'sheet', ...sheet, count: rows.length });
      if (!sheet.known) return;
      for (let at = 0; at < rows.length; at += SLICE)
        parentPort.postMessage({ kind: 'rows', name: sheet.name, rows: rows.slice(at, at + SLICE) });
    },
  );
  parentPort.postMessage({ kind: 'done' });
}

async function write({ sheets }) {
  parentPort.postMessage({ kind: 'written', bytes: await writeWorkbook(sheets) });
}

try {
  await (workerData.job === 'read' ? read(workerData) : write(workerData));
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  parentPort.postMessage({ kind: 'refused', detail: error.message });
}
