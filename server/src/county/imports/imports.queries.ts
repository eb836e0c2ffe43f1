import type { ImportProgress, ImportView } from '@liandong/shared/county';
import type { DataSource } from 'typeorm';

/** How far the imports are that run on this node. */
export const progressOf = new Map<string, ImportProgress>();
export const NO_PROGRESS: ImportProgress = { read: 0, checked: 0, written: 0, rows: 0 };

/** SQL: a step that has not ended by now (`$2`) was cut off, the server was stopped; unless its row is still held. */
export const CUT_OFF = `stepped_at < $2::timestamptz - interval '5 minutes'`;

/** SQL: nobody writes this import. Whoever does holds its row. */
const LEFT_ALONE = 'EXISTS (SELECT 1 FROM county_imports h WHERE h.id = i.id FOR KEY SHARE SKIP LOCKED)';

type Row = Omit<ImportView, 'progress'>;

/** One import as it stands now; null when there is none. */
export async function readImportView(database: DataSource, id: string, now: Date): Promise<ImportView | null> {
  const [row]: Row[] = await database.query(
    `SELECT id, file_name AS "fileName", retire_missing AS "retireMissing", started_by AS "by", started_at AS "startedAt",
            applied_at AS "appliedAt", detail, sheets, problem_count AS "problemCount", problems,
            warning_count AS "warningCount", warnings,
            CASE WHEN state = 'reading' AND ${CUT_OFF} THEN 'failed'
                 WHEN state = 'applying' AND ${CUT_OFF} AND ${LEFT_ALONE} THEN 'ready' ELSE state END AS state
     FROM county_imports i WHERE id = $1`,
    [id, now],
  );
  return row ? { ...row, progress: progressOf.get(id) ?? finished(row) } : null;
}

function finished({ state, sheets }: Row): ImportProgress {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  if (state === 'reading' || state === 'failed') return NO_PROGRESS;
  return { read: rows, checked: rows, written: state === 'applied' ? rows : 0, rows };
}

export interface ImportRow {
  id: string;
  fileName: string;
  state: ImportView['state'];
  by: string;
  startedAt: Date;
  appliedAt: Date | null;
  problemCount: number;
}

/** The latest imports, newest first. */
export const listImports = (database: DataSource): Promise<ImportRow[]> =>
  database.query(
    `SELECT id, file_name AS "fileName", state, started_by AS "by", started_at AS "startedAt", applied_at AS "appliedAt",
            problem_count AS "problemCount" FROM county_imports ORDER BY started_at DESC LIMIT 20`,
  );
