import { describe, expect, test } from '@jest/globals';
import type { EditDayHours, EditRule, PreviewTargets } from '@liandong/shared/response-rule';
import { useApp } from '../../test/app.js';
import { DOWNTOWN, FAR_HENGXI, order, takeCall, XIACHEN } from '../../test/factories.js';
import { RuleEditing1795000100000 } from '../database/migrations/1795000100000-rule-editing.js';

/** A Tuesday; 14:00 and 20:00 in the county. */
const AFTERNOON = '2026-07-14T06:00:00.000Z';
const EVENING = '2026-07-14T12:00:00.000Z';
const TOMORROW = '2026-07-15T06:00:00.000Z';
const before = (instant: string): Date => new Date(Date.parse(instant) - 1);

/** 横溪镇's own team, the geology team of the county, 白塔镇's own team. */
const [HENGXI, GEOLOGY, BAITA] = ['P07', 'S05', 'P09'] as const;

const STRICTER: EditRule = {
  measure: 'on_scene',
  daySeconds: 600,
  nightSeconds: 900,
  basis: '本县约定',
  note: '',
  effectiveFrom: TOMORROW,
  reason: '公安局要求提速',
};

describe('a new version of a rule', () => {
  const app = useApp();
  const edit = async (ruleNo: number, more: Partial<EditRule> = {}, as = 'admin') =>
    (await app.as(as))('editResponseRule', { params: { ruleNo }, body: { ...STRICTER, ...more } });
  const rules = async (history = false) =>
    (await (await app.as('auditor'))('listResponseRules', { query: history ? { history: '1' } : {} })).body.items;
  const withdraw = async (ruleNo: number, version: number) =>
    (await app.as('admin'))('withdrawResponseRule', { params: { ruleNo, version }, body: { reason: '暂缓执行' } });
  const targetOf = async (team: string) => {
    const desk = await app.as('dispatcher');
    const [issued] = await order(desk, (await takeCall(desk)).id, team);
    return issued!.target;
  };

  test('waits for its instant, takes over exactly then, and leaves what was issued before as it was', async () => {
    app.at(AFTERNOON);
    const answer = await edit(2);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ ruleNo: 2, version: 2, incidentIn: 'own_seat', editedAt: AFTERNOON });
    app.at(before(TOMORROW));
    const desk = await app.as('dispatcher');
    const incident = await takeCall(desk);
    const [old] = await order(desk, incident.id, HENGXI);
    expect(old!.target).toMatchObject({ ruleVersion: 1, seconds: 1200 });
    app.at(TOMORROW);
    expect(await targetOf(HENGXI)).toMatchObject({ ruleVersion: 2, seconds: 600, basis: '本县约定' });
    const still = await desk('getOrder', { params: { id: old!.id } });
    expect(still.body.target).toEqual(old!.target);
  });

  test('now, in the middle of an incident, changes nothing issued; the next order of that incident gets it', async () => {
    const desk = await app.as('dispatcher');
    const incident = await takeCall(desk);
    const [first] = await order(desk, incident.id, GEOLOGY);
    expect(first!.target).toMatchObject({ ruleNo: 3, ruleVersion: 1, measure: 'mustered', seconds: 900 });
    const now = app.now.toISOString();
    expect((await edit(3, { effectiveFrom: now })).status).toBe(201);
    const [next] = await order(desk, incident.id, 'S01');
    expect(next!.target).toMatchObject({ ruleNo: 3, ruleVersion: 2, measure: 'on_scene', seconds: 600 });
    const detail = await desk('getOrder', { params: { id: first!.id } });
    expect(detail.body.target).toEqual(first!.target);
    const muster = detail.body.obligations.find((owed) => owed.kind === 'muster');
    expect(Date.parse(muster!.dueAt!)).toBe(Date.parse(first!.target.dueAt));
  });

  test('counts from now when wanted from a moment ago, and is refused when wanted back in time', async () => {
    const ago = (seconds: number) => new Date(app.now.getTime() - seconds * 1000).toISOString();
    const soon = await edit(5, { effectiveFrom: ago(60) });
    expect(soon.body.effectiveFrom).toBe(app.now.toISOString());
    const late = await edit(5, { effectiveFrom: ago(61) });
    expect(late.status).toBe(400);
    expect(late.problem.fields).toEqual([{ path: 'effectiveFrom', message: expect.stringContaining('不溯及既往') }]);
  });

  test('can be taken back until it takes effect and not after; it stays in the history', async () => {
    const effectiveFrom = new Date(app.now.getTime() + 3_600_000).toISOString();
    const { version } = (await edit(4, { effectiveFrom })).body;
    expect((await rules()).filter((rule) => rule.ruleNo === 4).map((rule) => rule.version)).toEqual([1, version]);
    const gone = await withdraw(4, version);
    expect(gone.body.withdrawnAt).toBe(app.now.toISOString());
    expect((await rules()).filter((rule) => rule.ruleNo === 4).map((rule) => rule.version)).toEqual([1]);
    expect(
      (await rules(true)).find((rule) => rule.ruleNo === 4 && rule.version === version)?.withdrawnAt,
    ).not.toBeNull();
    expect((await withdraw(4, version)).problem).toMatchObject({ status: 409, state: 'withdrawn' });
    expect((await withdraw(4, 1)).problem).toMatchObject({ status: 409, state: 'in_effect' });
    expect((await withdraw(4, 99)).status).toBe(404);
    app.at(effectiveFrom);
    expect((await rules()).find((rule) => rule.ruleNo === 4)?.version).toBe(1);
    const next = await edit(4, { effectiveFrom });
    expect(next.body.version).toBe(version + 1);
    expect((await withdraw(4, version + 1)).problem.state).toBe('in_effect');
  });

  test('of five people at once, each gets a version of their own', async () => {
    const effectiveFrom = new Date(app.now.getTime() + 60_000).toISOString();
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => edit(1, { effectiveFrom })));
    expect(made.map((answer) => answer.body.version).toSorted()).toEqual([2, 3, 4, 5, 6]);
    app.at(effectiveFrom);
    expect((await rules()).find((rule) => rule.ruleNo === 1)?.version).toBe(6);
  });

  test('is on the record with who, why, before and after', async () => {
    const events = await app.source.query(
      `SELECT actor_name, payload FROM event_log WHERE type = 'rules.edited' AND payload->>'ruleNo' = '2' ORDER BY id`,
    );
    expect(events).toEqual([
      {
        actor_name: expect.any(String),
        payload: {
          ruleNo: 2,
          version: 2,
          effectiveFrom: TOMORROW,
          reason: '公安局要求提速',
          before: {
            measure: 'on_scene',
            daySeconds: 1200,
            nightSeconds: 1800,
            basis: '文件依据',
            note: expect.any(String),
          },
          after: { measure: 'on_scene', daySeconds: 600, nightSeconds: 900, basis: '本县约定', note: '' },
        },
      },
    ]);
    const [{ withdrawn }] = await app.source.query(
      `SELECT count(*)::int AS withdrawn FROM event_log WHERE type = 'rules.withdrawn' AND payload->>'reason' = '暂缓执行'`,
    );
    expect(withdrawn).toBe(1);
    const made = (await rules(true)).find((rule) => rule.ruleNo === 2 && rule.version === 2);
    expect(made).toMatchObject({ editedBy: events[0].actor_name, reason: '公安局要求提速' });
  });

  test.each<[string, object]>([
    ['without a reason', { reason: '' }],
    ['without a basis', { basis: ' ' }],
    ['of no time at all', { daySeconds: 0 }],
    ['with half a second', { nightSeconds: 900.5 }],
    ['with an instant nobody can read', { effectiveFrom: '明天' }],
  ])('%s is refused', async (_words, wrong) => {
    expect((await edit(1, wrong)).status).toBe(400);
  });

  test('is for the administrator alone, and for a rule there is', async () => {
    for (const role of ['dispatcher', 'supervisor', 'commander', 'auditor', 'p01'])
      expect((await edit(1, {}, role)).status).toBe(403);
    for (const unknown of [9, 99_999, 9_007_199_254_740_991]) expect((await edit(unknown)).status).toBe(404);
  });
});

describe('the hours that divide day from night', () => {
  const app = useApp();
  const SUMMER: EditDayHours = {
    dayFromMinutes: 360,
    dayToMinutes: 1260,
    basis: '本县约定',
    effectiveFrom: EVENING,
    reason: '夏季天亮得早',
  };
  const edit = async (more: Partial<EditDayHours> = {}, as = 'admin') =>
    (await app.as(as))('editDayHours', { body: { ...SUMMER, ...more } });
  const daytime = async (at?: string | Date) => {
    const body = { teamCodes: [GEOLOGY], ...(at && { at: new Date(at).toISOString() }) };
    const { body: answer } = await (await app.as('auditor'))('previewTargets', { body });
    return answer.items[0]!.target.daytime;
  };

  test('begin as 07:00 to 19:00, agreed by the county', async () => {
    const { body } = await (await app.as('auditor'))('listDayHours');
    expect(body.items).toMatchObject([
      { version: 1, dayFromMinutes: 420, dayToMinutes: 1140, basis: '本县约定', editedBy: null },
    ]);
    const [keys] = await app.source.query(`SELECT count(*)::int AS old FROM settings WHERE key LIKE 'day%'`);
    expect(keys.old).toBe(0);
  });

  test('that a county had set in whole or half hours before there were versions are its first version', async () => {
    const run = app.source.createQueryRunner();
    await run.startTransaction();
    const migration = new RuleEditing1795000100000();
    await migration.down(run);
    await run.query(`UPDATE settings SET value = 6.5, basis = '县政府通知' WHERE key = 'dayStartHour'`);
    await migration.up(run);
    expect(await run.query('SELECT version, day_from_minutes, day_to_minutes, basis FROM day_hours')).toEqual([
      { version: 1, day_from_minutes: 390, day_to_minutes: 1140, basis: '县政府通知' },
    ]);
    await run.rollbackTransaction();
    await run.release();
  });

  test.each([
    ['2026-07-13T22:59:59.999Z', false],
    ['2026-07-13T23:00:00.000Z', true],
    ['2026-07-14T10:59:59.999Z', true],
    ['2026-07-14T11:00:00.000Z', false],
  ])('an order at %s is by day: %s', async (at, day) => {
    expect(await daytime(at)).toBe(day);
  });

  test('new ones count from their instant on: what was night in the evening is day', async () => {
    app.at(AFTERNOON);
    expect((await edit()).body).toMatchObject({ version: 2, effectiveFrom: EVENING });
    expect(await daytime(before(EVENING))).toBe(false);
    expect(await daytime(EVENING)).toBe(true);
    app.at(EVENING);
    const desk = await app.as('dispatcher');
    const [issued] = await order(desk, (await takeCall(desk)).id, GEOLOGY);
    expect(issued!.target).toMatchObject({ daytime: true, seconds: 900 });
  });

  test('may run over midnight', async () => {
    await edit({ dayFromMinutes: 1320, dayToMinutes: 240, effectiveFrom: TOMORROW });
    expect(await daytime('2026-07-15T15:59:59.999Z')).toBe(true);
    expect(await daytime('2026-07-15T20:00:00.000Z')).toBe(false);
  });

  test('can be taken back until they count', async () => {
    const admin = await app.as('admin');
    const withdraw = (version: number) =>
      admin('withdrawDayHours', { params: { version }, body: { reason: '暂缓执行' } });
    expect((await withdraw(3)).body.withdrawnAt).toBe(EVENING);
    expect((await withdraw(3)).problem).toMatchObject({ status: 409, state: 'withdrawn' });
    expect((await withdraw(2)).problem).toMatchObject({ status: 409, state: 'in_effect' });
    expect((await withdraw(7)).status).toBe(404);
    expect(await daytime('2026-07-15T15:59:59.999Z')).toBe(false);
  });

  test('are refused without a reason, back in time, or with no hour left for day or night; and only the administrator sets them', async () => {
    expect((await edit({ reason: '' })).status).toBe(400);
    expect((await edit({ effectiveFrom: AFTERNOON })).problem.fields?.[0]?.path).toBe('effectiveFrom');
    expect((await edit({ dayFromMinutes: 600, dayToMinutes: 600 })).problem.fields?.[0]?.path).toBe('dayToMinutes');
    expect((await edit({ dayFromMinutes: 1440 })).status).toBe(400);
    expect((await edit({}, 'supervisor')).status).toBe(403);
  });

  test('each change is on the record', async () => {
    const events = await app.source.query(
      `SELECT type, payload->'before' AS before, payload->'after' AS after FROM event_log WHERE type LIKE 'day_hours.%' ORDER BY id`,
    );
    const [first, summer, night] = [
      { dayFromMinutes: 420, dayToMinutes: 1140, basis: '本县约定' },
      { dayFromMinutes: 360, dayToMinutes: 1260, basis: '本县约定' },
      { dayFromMinutes: 1320, dayToMinutes: 240, basis: '本县约定' },
    ];
    expect(events).toEqual([
      { type: 'day_hours.edited', before: first, after: summer },
      { type: 'day_hours.edited', before: summer, after: night },
      { type: 'day_hours.withdrawn', before: night, after: null },
    ]);
  });
});

describe('a preview', () => {
  const app = useApp();
  const preview = async (body: Partial<PreviewTargets>, as = 'admin') => (await app.as(as))('previewTargets', { body });

  const PLACES = [
    ['at the seat of 横溪镇', { location: XIACHEN }],
    ['in 横溪镇, far from its seat', { location: FAR_HENGXI }],
    ['in the urban area', { location: DOWNTOWN }],
    ['in 白塔镇, no point', { townshipCode: '103' }],
    ['outside the county', { location: { lon: 119.9, lat: 28.4 } }],
    ['nobody knows where', {}],
  ] as const;

  test.each(PLACES.flatMap(([words, place]) => [AFTERNOON, EVENING].map((at) => [words, at, place] as const)))(
    '%s, at %s, says what each team then really gets',
    async (_words, at, place) => {
      app.at(at);
      const teamCodes = [HENGXI, GEOLOGY, BAITA, 'P04'];
      const { body } = await preview({ teamCodes, ...place });
      const desk = await app.as('dispatcher');
      const incident = await takeCall(desk, { location: undefined, placeText: undefined, ...place });
      const issued = await order(desk, incident.id, ...teamCodes);
      expect(body.items.map((item) => item.target)).toEqual(issued.map((one) => one.target));
      for (const [index, one] of issued.entries()) {
        const { obligations } = (await desk('getOrder', { params: { id: one.id } })).body;
        const owed = obligations.map(({ kind, dueAt }) => ({ kind, dueAt: dueAt && new Date(dueAt).toISOString() }));
        expect(body.items[index]!.obligations).toHaveLength(owed.length);
        expect(body.items[index]!.obligations).toEqual(expect.arrayContaining(owed));
      }
    },
  );

  test('without teams speaks of all forty', async () => {
    expect((await preview({ location: XIACHEN })).body.items).toHaveLength(40);
  });

  test('of a draft shows what it would change and changes nothing', async () => {
    app.at(AFTERNOON);
    const draft = { ruleNo: 4, measure: 'on_scene', daySeconds: 2400, nightSeconds: 3600 } as const;
    const asked = { teamCodes: [HENGXI, GEOLOGY], location: FAR_HENGXI };
    const changed = (await preview({ ...asked, drafts: [draft] })).body.items;
    expect(changed[0]!.target).toMatchObject({ ruleNo: 4, measure: 'on_scene', seconds: 2400 });
    expect(changed[0]!.obligations.map((owed) => owed.kind)).toEqual(['acknowledge', 'on_scene', 'clear']);
    expect(changed[1]!.target).toMatchObject({ ruleNo: 3, measure: 'mustered', seconds: 900 });
    expect((await preview(asked)).body.items[0]!.target).toMatchObject({ measure: 'mustered', seconds: 900 });
  });

  test('at a coming instant knows the versions planned for it', async () => {
    await (await app.as('admin'))('editResponseRule', { params: { ruleNo: 3 }, body: STRICTER });
    const seconds = async (at: string | Date) =>
      (await preview({ teamCodes: [GEOLOGY], location: XIACHEN, at: new Date(at).toISOString() })).body.items[0]!.target
        .seconds;
    expect([await seconds(before(TOMORROW)), await seconds(TOMORROW)]).toEqual([900, 600]);
  });

  test.each<[string, Partial<PreviewTargets>, string]>([
    ['a team there is not', { teamCodes: ['X99'] }, 'teamCodes.0'],
    ['a township there is not', { townshipCode: '999' }, 'townshipCode'],
    [
      'a rule there is not',
      { drafts: [{ ruleNo: 9, measure: 'on_scene', daySeconds: 60, nightSeconds: 60 }] },
      'drafts.0.ruleNo',
    ],
    ['a year before the county had rules', { at: '2001-01-01T00:00:00Z' }, 'at'],
  ])('of %s is refused', async (_words, asked, path) => {
    const { status, problem } = await preview(asked);
    expect([status, problem.fields?.[0]?.path]).toEqual([400, path]);
  });

  test('is for whoever may read the register', async () => {
    expect((await preview({}, 'commander')).status).toBe(200);
    expect((await preview({}, 'p07')).status).toBe(403);
  });
});
