import { randomUUID } from 'node:crypto';
import { api } from '@liandong/shared/api';
import type { ImportView } from '@liandong/shared/county';
import { makeSetupKey } from '../src/county/set-up/setup-keys.js';
import type { TestApp } from './app.js';
import { type Sheets, workbookOf } from './county-workbook.mjs';
import { TEST_PASSWORD } from './databases.mjs';

/** What the server prints at its first start. */
export const setupKey = async (app: TestApp): Promise<string> => (await makeSetupKey(app.source, app.now))!;

/** The first administrator, made with the key. */
export async function makeAdministrator(app: TestApp, more: object = {}): Promise<Response> {
  const body = {
    key: await setupKey(app),
    username: 'admin',
    displayName: '演示-管理员',
    password: TEST_PASSWORD,
    ...more,
  };
  return app.raw(api.makeFirstAdministrator.path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

interface Choices {
  datum?: string;
  retireMissing?: '1';
  as?: string;
  fileName?: string;
}

/** Upload a workbook and wait until it has been read. */
export async function preview(
  app: TestApp,
  file: Buffer | Sheets,
  { as = 'admin', ...choices }: Choices = {},
): Promise<ImportView> {
  const call = await app.as(as);
  const bytes = Buffer.isBuffer(file) ? file : await workbookOf(file);
  const query = new URLSearchParams({ fileName: '云溪县.xlsx', clientId: randomUUID(), ...choices });
  const answer = await app.raw(`${api.previewImport.path}?${query}`, {
    as,
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as ImportView;
  return app.until(async () => {
    const { body } = await call('getImport', { params: { id } });
    return body.state !== 'reading' && body;
  });
}

/** Confirm a preview and wait until it is written. */
export async function apply(app: TestApp, id: string): Promise<ImportView> {
  const call = await app.as('admin');
  const answer = await call('applyImport', { params: { id } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
  return app.until(async () => {
    const { body } = await call('getImport', { params: { id } });
    return body.state !== 'applying' && body;
  });
}

export async function bringIn(app: TestApp, file: Buffer | Sheets, choices: Choices = {}): Promise<ImportView> {
  const seen = await preview(app, file, choices);
  if (seen.state !== 'ready') throw new Error(JSON.stringify([seen.detail, seen.problems.slice(0, 3)]));
  const done = await apply(app, seen.id);
  if (done.state !== 'applied') throw new Error(`${done.state} ${done.detail}`);
  return done;
}
