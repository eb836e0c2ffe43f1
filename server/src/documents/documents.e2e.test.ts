import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AttachmentView } from '@liandong/shared/attachment';
import type { DocumentDetail } from '@liandong/shared/document';
import { type Call, useApp } from '../../test/app.js';
import { takeCall } from '../../test/factories.js';
import { FakePhone } from '../../test/fake-phone.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

describe('work plans and other documents', () => {
  const app = useApp();
  let admin: Call;
  let supervisor: Call;
  let s05: Call;
  beforeAll(async () => {
    admin = await app.as('admin');
    supervisor = await app.as('supervisor');
    s05 = await app.as('s05');
  });

  const send = (as: string, query: Record<string, string>) =>
    app.raw(`/api/attachments?${new URLSearchParams({ name: '方案.pdf', clientId: randomUUID(), ...query })}`, {
      method: 'POST',
      as,
      body: PDF,
      headers: { 'content-type': 'application/pdf' },
    });
  const upload = async (as: string, teamCode?: string): Promise<string> => {
    const response = await send(as, { document: '1', ...(teamCode ? { teamCode } : {}) });
    if (response.status !== 201) throw new Error(await response.text());
    return ((await response.json()) as AttachmentView).id;
  };
  const add = async (call: Call, as: string, teamCode: string | null, more: object = {}) => {
    const attachmentId = await upload(as, teamCode ?? undefined);
    const body = {
      teamCode,
      kind: 'plan' as const,
      title: '防汛工作方案',
      attachmentId,
      clientId: randomUUID(),
      ...more,
    };
    return call('addDocument', { body });
  };
  const eventsOf = (id: string): Promise<{ type: string }[]> =>
    app.source.query(`SELECT type FROM event_log WHERE payload ->> 'documentId' = $1 ORDER BY id`, [id]);

  test('a county document is for all forty teams: each confirms the version it has read, the centre sees who has not', async () => {
    const { body: doc } = await add(admin, 'admin', null);
    expect(doc).toMatchObject({ version: 1, readers: 40, read: 0, readAt: null, file: { name: '方案.pdf' } });
    expect(doc.receipts).toHaveLength(40);
    const params = { id: doc.id };
    const { body: read } = await s05('confirmRead', { params, body: { version: 1 } });
    expect(read).toMatchObject({ read: 1, readAt: app.now.toISOString(), receipts: [] });
    app.pass({ minutes: 1 });
    expect((await s05('confirmRead', { params, body: { version: 1 } })).body.readAt).toBe(read.readAt);
    const { body: seen } = await supervisor('getDocument', { params });
    expect(seen.receipts.filter(({ readAt }) => readAt !== null).map(({ teamCode }) => teamCode)).toEqual(['S05']);
    expect((await eventsOf(doc.id)).map(({ type }) => type)).toEqual(['document.added', 'document.read']);
  });

  test('a new version keeps the old ones and has to be read anew', async () => {
    const { body: doc } = await add(s05, 's05', 'S05');
    const params = { id: doc.id };
    expect(doc).toMatchObject({ readers: 1, teamName: '地质灾害队' });
    await s05('confirmRead', { params, body: { version: 1 } });
    const body = { attachmentId: await upload('admin', 'S05'), note: '增加夜间值守', baseVersion: 1 };
    const { body: renewed } = await admin('addDocumentVersion', { params, body });
    expect(renewed).toMatchObject({ version: 2, read: 0, note: '增加夜间值守' });
    expect(renewed.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(renewed.receipts).toMatchObject([{ teamCode: 'S05', readAt: null, lastVersion: 1 }]);
    expect((await admin('addDocumentVersion', { params, body })).body.version).toBe(2);
    const late = await s05('confirmRead', { params, body: { version: 1 } });
    expect(late).toMatchObject({ status: 409, problem: { state: 'v2' } });
    const beside = { attachmentId: await upload('s05', 'S05'), baseVersion: 1 };
    expect(await s05('addDocumentVersion', { params, body: beside })).toMatchObject({
      status: 409,
      problem: { state: 'v2' },
    });
    for (const { file } of renewed.versions)
      expect((await app.raw(`/api/attachments/${file.id}`, { as: 's05' })).status).toBe(200);
  });

  test('a team sees the county’s documents and its own, and opens no other team’s file', async () => {
    const { body: county } = await add(admin, 'admin', null);
    const { body: own } = await add(admin, 'admin', 'S05');
    const { body: other } = await add(admin, 'admin', 'S06');
    const ids = (await s05('listDocuments')).body.items.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([county.id, own.id]));
    expect(ids).not.toContain(other.id);
    const status = async (doc: DocumentDetail) => [
      (await s05('getDocument', { params: { id: doc.id } })).status,
      (await app.raw(`/api/attachments/${doc.file.id}`, { as: 's05' })).status,
      (await s05('confirmRead', { params: { id: doc.id }, body: { version: 1 } })).status,
    ];
    expect(await status(county)).toEqual([200, 200, 200]);
    expect(await status(own)).toEqual([200, 200, 200]);
    expect(await status(other)).toEqual([403, 403, 403]);
    expect((await s05('listDocuments', { query: { teamCode: 'S06' } })).status).toBe(403);
    const all = (await supervisor('listDocuments', { query: { teamCode: 'S06' } })).body.items;
    expect(all.map(({ id }) => id)).toEqual([other.id]);
  });

  test('a reminder texts the commanders of those who have not read it, not twice within the hour', async () => {
    const { body: doc } = await add(admin, 'admin', null, { title: '通讯录更新' });
    const params = { id: doc.id };
    await s05('confirmRead', { params, body: { version: 1 } });
    expect((await supervisor('remindReaders', { params })).body.remindedAt).toBe(app.now.toISOString());
    const phone = await FakePhone.of(app, 'S06');
    expect(await phone.receives('通讯录更新')).toContain('第1版');
    const rows = await app.source.query('SELECT team_code FROM outgoing_messages WHERE subject_id = $1', [doc.id]);
    expect(rows).toHaveLength(39);
    expect(rows.map(({ team_code }: { team_code: string }) => team_code)).not.toContain('S05');
    expect(await supervisor('remindReaders', { params })).toMatchObject({
      status: 409,
      problem: { state: 'reminded' },
    });
    app.pass({ minutes: 60 });
    expect((await supervisor('remindReaders', { params })).status).toBe(200);
    const { body: own } = await add(s05, 's05', 'S05');
    await s05('confirmRead', { params: { id: own.id }, body: { version: 1 } });
    expect(await supervisor('remindReaders', { params: { id: own.id } })).toMatchObject({
      status: 409,
      problem: { state: 'read' },
    });
  });

  test('a team writes its own only, and nobody but a team confirms', async () => {
    expect((await add(s05, 's05', 'S05')).status).toBe(201);
    expect((await send('s05', { document: '1', teamCode: 'S06' })).status).toBe(403);
    expect((await send('s05', { document: '1' })).status).toBe(403);
    expect((await send('supervisor', { document: '1' })).status).toBe(403);
    const { body: doc } = await add(admin, 'admin', 'S06');
    const params = { id: doc.id };
    expect((await s05('retireDocument', { params, body: { reason: '不要了' } })).status).toBe(403);
    const body = { attachmentId: await upload('s05', 'S05'), baseVersion: 1 };
    expect((await s05('addDocumentVersion', { params, body })).status).toBe(403);
    expect((await admin('confirmRead', { params, body: { version: 1 } })).status).toBe(403);
    expect((await s05('remindReaders', { params })).status).toBe(403);
  });

  test('the administrator uploads documents, nothing of an incident; a document is of no incident', async () => {
    const incident = await takeCall(supervisor);
    expect((await send('admin', { incidentId: incident.id })).status).toBe(403);
    expect((await send('admin', { document: '1', incidentId: incident.id })).status).toBe(400);
    expect((await send('admin', { document: '1', teamCode: 'S99' })).status).toBe(400);
  });

  test('the same upload for another team is another file, and its id is taken', async () => {
    const clientId = randomUUID();
    const mine = { document: '1', teamCode: 'S05', clientId };
    const [first, again] = [await send('admin', mine), await send('admin', mine)];
    expect(await again.json()).toEqual(await first.json());
    const others: Record<string, string>[] = [{ teamCode: 'S06' }, {}];
    for (const other of others) {
      const answer = await send('admin', { document: '1', clientId, ...other });
      expect(await answer.json()).toMatchObject({ status: 400, fields: [{ path: 'clientId' }] });
    }
  });

  test('refused: a file of another team, of an incident, unknown, or of another document already', async () => {
    const wrong = async (attachmentId: string) => {
      const body = { teamCode: 'S05', kind: 'plan' as const, title: '方案', attachmentId, clientId: randomUUID() };
      const { status, problem } = await admin('addDocument', { body });
      return [status, problem.fields?.[0]?.path];
    };
    const { body: doc } = await add(admin, 'admin', 'S05');
    const incident = await takeCall(supervisor);
    const ofIncident = (await (await send('supervisor', { incidentId: incident.id })).json()) as AttachmentView;
    const ids = [await upload('admin', 'S06'), ofIncident.id, randomUUID(), doc.file.id];
    for (const id of ids) expect(await wrong(id)).toEqual([400, 'attachmentId']);
  });

  test('added once however often sent; retired it is in no list and cannot be changed, its versions stay', async () => {
    const attachmentId = await upload('admin');
    const body = {
      teamCode: null,
      kind: 'directory' as const,
      title: '全县通讯录',
      attachmentId,
      clientId: randomUUID(),
    };
    const [first, again] = [await admin('addDocument', { body }), await admin('addDocument', { body })];
    expect(again.body).toEqual(first.body);
    const params = { id: first.body.id };
    await admin('retireDocument', { params, body: { reason: '已并入预案' } });
    expect((await admin('listDocuments')).body.items.map(({ id }) => id)).not.toContain(params.id);
    expect((await s05('confirmRead', { params, body: { version: 1 } })).status).toBe(409);
    expect((await admin('retireDocument', { params, body: { reason: '再来一次' } })).status).toBe(409);
    expect((await admin('getDocument', { params })).body.versions).toHaveLength(1);
    expect((await admin('getDocument', { params: { id: randomUUID() } })).status).toBe(404);
  });
});
