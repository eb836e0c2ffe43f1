import { describe, expect, test } from '@jest/globals';
import type { Ladder } from '@liandong/shared/ladder';
import type { EditTemplate } from '@liandong/shared/message-template';
import { useApp } from '../../../test/app.js';
import { readLadders } from './ladder.queries.js';
import { COUNTY_LADDER } from './ladder-table.js';
import { approvalsFor, readTemplates } from './template.queries.js';
import { TEMPLATES } from './templates.table.js';

const reason = '按县局通知调整';

describe('message templates', () => {
  const app = useApp();
  const list = async () => (await (await app.as('auditor'))('listTemplates')).body.items;
  const read = async (key: string) => (await list()).find((template) => template.key === key)!;
  const edit = async (key: string, body: Partial<EditTemplate>, as = 'admin') =>
    (await app.as(as))('editTemplate', { params: { key }, body: { reason, body: TEMPLATES.recall.body, ...body } });

  test('are shown with body, parameters and what gives way; one nobody edited is as the county began with it', async () => {
    expect((await list()).map(({ key }) => key)).toEqual(Object.keys(TEMPLATES));
    expect(await read('recall')).toEqual({
      key: 'recall',
      title: '撤回',
      purpose: 'recall',
      body: TEMPLATES.recall.body,
      usual: TEMPLATES.recall.body,
      parameters: [
        { name: 'code', title: '指令编号', example: '37', required: true },
        { name: 'reason', title: '理由', example: '警情已解除', required: false },
      ],
      givesWay: 'reason',
      approvals: {},
      editedAt: null,
      editedBy: null,
    });
  });

  test('an edited one holds from then on, with what a provider registered it as', async () => {
    const approvals = { aliyun: { sms: ' SMS_1 ', voice: '', variables: ['code', 'reason'] } };
    const { status, body } = await edit('recall', { body: '{code}号令取消：{reason}。', approvals });
    expect(status).toBe(200);
    expect(body).toEqual(await read('recall'));
    expect(body).toMatchObject({ body: '{code}号令取消：{reason}。', usual: TEMPLATES.recall.body });
    expect(body.approvals).toEqual({ aliyun: { sms: 'SMS_1', variables: ['code', 'reason'] } });
    expect([body.editedBy, body.editedAt]).toEqual([expect.any(String), app.now.toISOString()]);
    const all = await readTemplates(app.source);
    expect([all.recall.body, all.order.body]).toEqual(['{code}号令取消：{reason}。', TEMPLATES.order.body]);
    const registered = await approvalsFor(app.source, 'aliyun');
    expect([registered.recall?.sms, registered.order]).toEqual(['SMS_1', undefined]);
  });

  test('one that says too little or asks for what there is not is refused, field by field, and stays as it was', async () => {
    const { status, problem } = await edit('recall', {
      body: '{place}撤回',
      approvals: { aliyun: { sms: 'SMS_1', variables: ['place'] } },
    });
    expect(status).toBe(400);
    expect(problem.fields).toEqual([
      { path: 'body', message: '没有参数{place}' },
      { path: 'body', message: '缺少{code}（指令编号）' },
      { path: 'approvals.aliyun.variables', message: '报备变量中没有参数{place}' },
    ]);
    expect((await read('recall')).body).toBe('{code}号令取消：{reason}。');
  });

  test('a signature that would crowd out a text in force is refused', async () => {
    await edit('recall', { body: `{code}{reason}${'撤'.repeat(122)}` });
    const { problem } = await edit('signature', { body: '仙居县应急联动指挥' });
    expect(problem.fields).toEqual([{ path: 'body', message: '签名太长：模板“撤回”在 2 条短信内放不下' }]);
    await edit('recall', {});
    expect((await edit('signature', { body: '仙居县应急联动指挥' })).status).toBe(200);
  });

  test('an unknown one is not found, a change without a reason refused, and only the administrator makes one', async () => {
    for (const unknown of ['demo', 'constructor']) expect((await edit(unknown, {})).status).toBe(404);
    expect((await edit('recall', { reason: '' })).status).toBe(400);
    expect((await edit('recall', {}, 'supervisor')).status).toBe(403);
  });

  test('each change is on the record with before, after and why', async () => {
    const [event] = await app.source.query(
      `SELECT payload FROM event_log WHERE type = 'template.edited' ORDER BY id LIMIT 1`,
    );
    expect(event.payload).toEqual({
      key: 'recall',
      title: '撤回',
      reason,
      before: { body: TEMPLATES.recall.body, approvals: {} },
      after: {
        body: '{code}号令取消：{reason}。',
        approvals: { aliyun: { sms: 'SMS_1', variables: ['code', 'reason'] } },
      },
    });
  });
});

describe('ladders', () => {
  const app = useApp();
  const ladder = (...afterSeconds: number[]): Ladder => ({
    steps: afterSeconds.map((after) => ({ afterSeconds: after, sends: [{ to: 'commander', channels: ['voice'] }] })),
    eachAnswers: null,
  });
  const list = async () => (await (await app.as('auditor'))('listLadders')).body.items;
  const edit = async (scope: string, body: { ladder?: Ladder; reason?: string }, as = 'admin') =>
    (await app.as(as))('editLadder', { params: { scope }, body: { reason, ladder: ladder(0), ...body } });
  const drop = async (scope: string, as = 'admin') =>
    (await app.as(as))('dropLadder', { params: { scope }, body: { reason } });
  const of = async (...teams: string[]) => Object.fromEntries(await readLadders(app.source, teams));

  test('begin with the county’s: at once, after two and after four minutes', async () => {
    expect(await list()).toEqual([
      { scope: 'county', teamShortName: null, ...COUNTY_LADDER, editedAt: null, editedBy: null },
    ]);
    expect(COUNTY_LADDER.steps.map(({ afterSeconds }) => afterSeconds)).toEqual([0, 120, 240]);
    expect(await of('S05')).toEqual({ S05: COUNTY_LADDER });
  });

  test('a team may have its own; the others go by the county’s, edited or not', async () => {
    const own: Ladder = {
      ...ladder(0, 60),
      eachAnswers: { who: ['onDuty', 'commander'], everySeconds: 120, rounds: 3, channels: ['voice'] },
    };
    const { status, body } = await edit('s05', { ladder: own });
    expect([status, body]).toEqual([
      200,
      {
        scope: 'S05',
        teamShortName: '地质灾害队',
        ...own,
        editedAt: app.now.toISOString(),
        editedBy: expect.any(String),
      },
    ]);
    expect(await of('S05', 'S01')).toEqual({ S05: own, S01: COUNTY_LADDER });
    expect((await edit('county', { ladder: ladder(0, 90) })).status).toBe(200);
    expect(await of('S05', 'S01')).toEqual({ S05: own, S01: ladder(0, 90) });
    expect((await list()).map(({ scope }) => scope)).toEqual(['county', 'S05']);
  });

  test('a team that drops its own goes by the county’s again; it cannot drop what it does not have', async () => {
    expect((await drop('s05')).body).toEqual({ done: true });
    expect(await of('S05')).toEqual({ S05: ladder(0, 90) });
    const { status, problem } = await drop('S05');
    expect([status, problem.detail]).toEqual([404, '该队没有自己的呼叫梯次']);
    expect((await drop('county')).status).toBe(404);
  });

  test.each([
    ['a first round that is not at once', [30]],
    ['a round as early as the one before', [0, 60, 60]],
    ['no round', []],
  ])('%s is refused', async (_words, after) => {
    expect((await edit('county', { ladder: ladder(...after) })).status).toBe(400);
    expect(await of('S01')).toEqual({ S01: ladder(0, 90) });
  });

  test('whose it is has to exist, a change has its reason, and only the administrator makes one', async () => {
    for (const unknown of ['S99', 'COUNTY', 'county ']) expect((await edit(unknown, {})).status).toBe(404);
    expect((await edit('county', { reason: '' })).status).toBe(400);
    expect((await edit('county', {}, 'supervisor')).status).toBe(403);
    expect((await drop('S05', 'dispatcher')).status).toBe(403);
  });

  test('each change is on the record, the team’s under the team', async () => {
    const events = await app.source.query(
      `SELECT type, team_code AS "teamCode", payload FROM event_log WHERE type LIKE 'ladder.%' ORDER BY id`,
    );
    expect(events.map(({ type, teamCode }: { type: string; teamCode: string | null }) => [type, teamCode])).toEqual([
      ['ladder.edited', 'S05'],
      ['ladder.edited', null],
      ['ladder.dropped', 'S05'],
    ]);
    expect(events[1].payload).toEqual({
      scope: 'county',
      teamCode: null,
      teamShortName: null,
      before: COUNTY_LADDER,
      after: ladder(0, 90),
      reason,
    });
    expect(events[2].payload).toMatchObject({ after: null, reason });
  });
});
