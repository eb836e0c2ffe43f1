import type { TemplateApproval, TemplateView } from '@liandong/shared/message-template';
import type { DataSource, EntityManager } from 'typeorm';
import { TEMPLATES, type TemplateKey, type TemplateRow } from './templates.table.js';

/** What a template says now and what each provider registered it as. */
export interface TemplateText {
  body: string;
  approvals: Readonly<Record<string, TemplateApproval>>;
}

interface Edited extends TemplateText {
  key: string;
  editedAt: Date;
  editedBy: string;
}

const ROWS = Object.entries(TEMPLATES) as [TemplateKey, TemplateRow][];

async function edited(tx: EntityManager | DataSource): Promise<Map<string, Edited>> {
  const rows: Edited[] = await tx.query(
    'SELECT key, body, approvals, edited_at AS "editedAt", edited_by AS "editedBy" FROM message_templates',
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Every template as it is now: the edited one, else as the county began with it. */
export async function readTemplates(tx: EntityManager | DataSource): Promise<Record<TemplateKey, TemplateText>> {
  const changed = await edited(tx);
  return Object.fromEntries(
    ROWS.map(([key, { body }]) => {
      const row = changed.get(key);
      return [key, { body: row?.body ?? body, approvals: row?.approvals ?? {} }];
    }),
  ) as Record<TemplateKey, TemplateText>;
}

/** What one provider registered each template as; absent: it would not take that text. */
export async function approvalsFor(
  database: EntityManager | DataSource,
  provider: string,
): Promise<Record<TemplateKey, TemplateApproval | undefined>> {
  const templates = Object.entries(await readTemplates(database));
  return Object.fromEntries(templates.map(([key, { approvals }]) => [key, approvals[provider]])) as Record<
    TemplateKey,
    TemplateApproval | undefined
  >;
}

/** The templates as they are before anybody edits one, with what a person needs to edit them. */
export const USUAL_TEMPLATES: readonly TemplateView[] = ROWS.map(
  ([key, { title, purpose, body, givesWay, parameters }]) => ({
    key,
    title,
    purpose,
    body,
    usual: body,
    parameters: Object.entries(parameters).map(([name, { required, ...words }]) => ({
      name,
      ...words,
      required: required === true,
    })),
    givesWay: givesWay ?? null,
    approvals: {},
    editedAt: null,
    editedBy: null,
  }),
);

/** The same as they are now. */
export async function templateViews(tx: EntityManager | DataSource): Promise<TemplateView[]> {
  const changed = await edited(tx);
  return USUAL_TEMPLATES.map((usual) => {
    const row = changed.get(usual.key);
    return row === undefined ? usual : { ...usual, ...row, editedAt: row.editedAt.toISOString() };
  });
}
