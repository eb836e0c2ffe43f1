import { z } from 'zod';
import { Instant } from './basics.js';

/** One thing wrong, or worth a look, in a workbook: where it stands, what was typed, what is wrong, what would be right. */
export const ImportIssue = z.object({
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  value: z.string(),
  wrong: z.string(),
  right: z.string(),
});
export type ImportIssue = z.infer<typeof ImportIssue>;

/** What an import would do, or did, to one sheet's table. `retired`: left out of the list and therefore put out of use. */
export const SheetCounts = z.object({
  sheet: z.string(),
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  retired: z.number().int(),
});
export type SheetCounts = z.infer<typeof SheetCounts>;

/**
 * `reading` → `ready` (may be applied) or `refused` (has errors, or cannot be read); `ready` → `applying` → `applied`.
 * `failed`: the server was stopped, or met a fault of its own; nothing was changed.
 */
export const IMPORT_STATES = ['reading', 'ready', 'refused', 'applying', 'applied', 'failed'] as const;

/** How far it is: rows read, checked, written of how many there are. */
export const ImportProgress = z.object({
  read: z.number().int(),
  checked: z.number().int(),
  written: z.number().int(),
  rows: z.number().int(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** At most this many errors and warnings are listed; the counts tell all. */
export const LISTED_ISSUES = 1000;

/** One workbook on its way in. */
export const ImportView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  retireMissing: z.boolean(),
  by: z.string(),
  startedAt: Instant,
  appliedAt: Instant.nullable(),
  progress: ImportProgress,
  /** Why the file was not read at all, or what stopped it. */
  detail: z.string().nullable(),
  sheets: z.array(SheetCounts),
  problemCount: z.number().int(),
  problems: z.array(ImportIssue),
  warningCount: z.number().int(),
  warnings: z.array(ImportIssue),
});
export type ImportView = z.infer<typeof ImportView>;

/** One row an import writes, or would write; `field` as its column is headed, values as text, null: empty. */
export const ImportChange = z.object({
  no: z.number().int(),
  sheet: z.string(),
  what: z.enum(['added', 'changed', 'retired']),
  subject: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
});
export type ImportChange = z.infer<typeof ImportChange>;

/** One import in the list of the latest. */
export const ImportRow = ImportView.pick({
  id: true,
  fileName: true,
  state: true,
  by: true,
  startedAt: true,
  appliedAt: true,
  problemCount: true,
});
