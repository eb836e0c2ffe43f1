import { Worker } from 'node:worker_threads';
import type { Raw } from './cells.rules.js';

/** A sheet as it was read: values by row and column, the row numbers as Excel shows them. */
export interface RawSheet {
  name: string;
  known: boolean;
  hidden: boolean;
  merges: string[];
  rows: RawRow[];
}
export type RawRow = [number: number, hidden: boolean, values: Raw[]];

/** A sheet to be written. `text`: Excel keeps what is typed there as it is (phones, codes). */
export interface SheetToWrite {
  name: string;
  columns: {
    header: string;
    required: boolean;
    help: string;
    width: number;
    choices: string[] | null;
    text: boolean;
  }[];
  rows: (string | number | null)[][];
  /** How many of the first rows are examples. */
  examples: number;
}

/** The file is not read, and this is why, in words for whoever chose it. */
export class UnreadableWorkbook extends Error {}

/** A file that takes longer or more memory than any county's is given up. */
const PATIENCE_MS = 60_000;
const MEMORY_MB = 1_536;
const TOO_MUCH = '文件内容过多，读取超时；请删去多余的格式和空行后再上传';

type Message =
  | ({ kind: 'sheet'; count: number } & Omit<RawSheet, 'rows'>)
  | { kind: 'rows'; name: string; rows: RawRow[] }
  | { kind: 'done' }
  | { kind: 'written'; bytes: Uint8Array }
  | { kind: 'refused'; detail: string };

/**
 * Read the sheets of these names; of others only the names.
 * @param onRows told how many rows have been read
 * @throws UnreadableWorkbook
 */
export async function readWorkbook(
  bytes: Buffer,
  known: readonly string[],
  onRows: (rows: number) => void,
): Promise<RawSheet[]> {
  const sheets = new Map<string, RawSheet>();
  let count = 0;
  await work({ job: 'read', bytes, known: [...known] }, (message) => {
    if (message.kind === 'sheet') {
      const { kind: _, count: __, ...sheet } = message;
      sheets.set(sheet.name, { ...sheet, rows: [] });
    }
    if (message.kind !== 'rows') return;
    sheets.get(message.name)!.rows.push(...message.rows);
    count += message.rows.length;
    onRows(count);
  });
  return [...sheets.values()];
}

/** The bytes of a new workbook. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  let bytes: Uint8Array = new Uint8Array();
  await work({ job: 'write', sheets }, (message) => {
    if (message.kind === 'written') bytes = message.bytes;
  });
  return Buffer.from(bytes);
}

/** Runs one job in a thread of its own until it ends. */
function work(job: object, take: (message: Message) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./workbook.worker.js', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const giveUp = setTimeout(() => end(new UnreadableWorkbook(TOO_MUCH)), PATIENCE_MS);
    const end = (error?: Error): void => {
      clearTimeout(giveUp);
      void worker.terminate();
      if (error) reject(error);
      else resolve();
    };
    worker.on('message', (message: Message) => {
      if (message.kind === 'refused') return end(new UnreadableWorkbook(message.detail));
      take(message);
      if (message.kind === 'done' || message.kind === 'written') end();
    });
    worker.on('error', (error: Error & { code?: string }) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new UnreadableWorkbook(TOO_MUCH) : error),
    );
  });
}
