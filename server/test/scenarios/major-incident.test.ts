import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView, ReportBody } from '@liandong/shared/order';
import type { NoticeView } from '@liandong/shared/supervision';
import type { UpwardStage } from '@liandong/shared/upward';
import { type Call, useApp } from '../app.js';
import {
  FEEDBACK,
  handIn,
  incidentOf,
  onNotice,
  order,
  orderOf,
  owedOf,
  report,
  sendUpward,
  TANK_LORRY,
  takeCall,
} from '../factories.js';
import { FakePhone } from '../fake-phone.js';
import { ACTS, CAME, CHIEF, DEPUTY_HEAD, FIRST_SIX, FORGIVEN, UNDERWAY } from './major-incident.facts.js';

/** One 重大 incident from the call to the last follow-up, with everything the county owes and is owed. Times are the county's less eight hours. */
describe('S28台金高速K95公里处危化品槽罐车侧翻泄漏，2人受伤', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  let incident: IncidentView;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    supervisor = await app.as('supervisor');
  });

  const at = (time: string, day = 14) => app.at(`2026-07-${day}T${time}Z`);
  const instant = (time: string, day = 14) => new Date(`2026-07-${day}T${time}Z`).getTime();
  const ms = (iso: string | null) => iso && Date.parse(iso);
  const find = (teamCode: string): Promise<OrderView> => orderOf(dispatcher, incident.id, teamCode);
  const owed = (kind: Parameters<typeof owedOf>[2], stage?: string) => owedOf(dispatcher, incident.id, kind, stage);
  const teamReports = async (teamCode: string, kind: ReportBody['kind'], more: Partial<ReportBody> = {}) =>
    report(await app.as(teamCode.toLowerCase()), (await find(teamCode)).id, kind, { source: 'app', ...more });
  const sendUp = (stage: UpwardStage) => sendUpward(dispatcher, incident.id, stage);
  const targetOf = async (teamCode: string) => (await find(teamCode)).obligations.find((one) => one.kind === 'muster')!;
  const situation = async () => (await owed('situation_report')).at(-1)!;
  const noticeAbout = (kind: string): Promise<NoticeView> =>
    app.until(async () => (await incidentOf(dispatcher, incident.id)).notices.find((one) => one.kind === kind));
  const notice = async (call: Call, step: 'receive' | 'answer' | 'close', { id }: NoticeView) =>
    (await onNotice(call, step, id)).body.state;

  test('14:00 the call: 重大, so the shift supervisor owes a report by phone in 15 minutes and in writing in 30', async () => {
    at('06:00:00');
    incident = await takeCall(dispatcher, TANK_LORRY);
    expect(incident).toMatchObject({
      major: true,
      severity: 'II',
      townshipName: '白塔镇',
      sceneCommander: DEPUTY_HEAD,
    });
    const upward = await owed('upward_report');
    expect(upward.map(({ stage, owedBy, dueAt }) => [stage, owedBy, ms(dueAt)])).toEqual([
      ['phone', '值班长', instant('06:15:00')],
      ['written', '值班长', instant('06:30:00')],
    ]);
  });

  test('14:02 the plan’s teams and 交通保障 are ordered; the text names who commands; the first leads and owes the situation every 30 minutes', async () => {
    at('06:02:00');
    const { body } = await dispatcher('recommendTeams', { params: { id: incident.id } });
    const ticked = body.items.filter((team) => team.ticked).map((team) => team.teamCode);
    expect(ticked).toEqual(FIRST_SIX.filter((code) => code !== 'S10'));
    const orders = await order(dispatcher, incident.id, ...FIRST_SIX);
    expect(orders.map(({ callKind, target }) => `${callKind} ${target.measure} ${target.seconds}`)).toEqual([
      ...Array(5).fill('first mustered 900'),
      'first on_scene 1200',
    ]);
    const text = await (await FakePhone.of(app, 'S06')).receives(`${orders[0]!.code}号令`);
    expect(text).toContain(`现场指挥县政府分管副县长${DEPUTY_HEAD.name}${DEPUTY_HEAD.phone}`);
    expect(await situation()).toMatchObject({ teamCode: 'S06', owedBy: '矿山危化队', state: 'open' });
    expect(ms((await situation()).dueAt)).toBe(instant('06:32:00'));
  });

  test('14:03 交通保障 cannot come and says why; 综合执法 takes its place', async () => {
    at('06:03:00');
    const declining = await find('S10');
    await (await FakePhone.of(app, 'S10')).replies(`0 ${declining.code} 清障车在修`);
    await app.until(async () => (await find('S10')).status === 'declined');
    expect(await find('S10')).toMatchObject({ endReason: '清障车在修' });
    expect(await targetOf('S10')).toMatchObject({ state: 'missed', metAt: null, givenUp: true });
    const params = { id: incident.id };
    const { body } = await dispatcher('issueOrders', { params, body: { teamCodes: ['S07'], replaces: declining.id } });
    expect(body.orders).toMatchObject([
      { callKind: 'replacement', replaces: { id: declining.id, code: declining.code, teamShortName: '交通保障队' } },
    ]);
    for (const code of CAME) await teamReports(code, 'acknowledged');
  });

  test('14:10 reported upward by phone; by 14:17 all have mustered but 环境保护, which is a minute late', async () => {
    at('06:10:00');
    await sendUp('phone');
    expect(await owed('upward_report', 'phone')).toMatchObject([{ state: 'met' }]);
    for (const code of ['S06', 'P01', 'P09', 'S07']) await teamReports(code, 'mustered');
    at('06:17:00');
    await teamReports('P02', 'mustered');
    expect(await targetOf('P02')).toMatchObject({ state: 'met' });
    at('06:17:00.001');
    await app.until(async () => (await targetOf('S13')).state === 'missed');
    at('06:18:00');
    await teamReports('S13', 'mustered');
    expect(await targetOf('S13')).toMatchObject({ state: 'missed', metAt: expect.stringContaining('06:18:00') });
    const body = { code: 'road_cut' as const, reason: '连接线塌方，绕行上高速' };
    expect((await supervisor('waiveObligation', { params: { id: (await targetOf('S13')).id }, body })).status).toBe(
      200,
    );
  });

  test('14:20 卫生防疫 and 民兵 are called as 增援; 民兵 is recalled, its clocks are waived and it is told', async () => {
    at('06:20:00');
    const orders = await order(dispatcher, incident.id, 'S12', 'P03');
    expect(orders.map((one) => one.callKind)).toEqual(['reinforcement', 'reinforcement']);
    await teamReports('S12', 'en_route');
    at('06:22:00');
    const recalled = await find('P03');
    await supervisor('recallOrder', { params: { id: recalled.id }, body: { reason: '现场力量已够' } });
    for (const one of (await find('P03')).obligations)
      expect(one).toMatchObject({ state: 'waived', waivedCode: 'stood_down' });
    expect(await (await FakePhone.of(app, 'P03')).receives(`${recalled.code}号令撤回`)).toContain('现场力量已够');
  });

  test('14:27 the lead team’s situation report goes into the written report upward, and the next of each is owed', async () => {
    for (const code of CAME) await teamReports(code, 'on_scene');
    at('06:27:00');
    await teamReports('S06', 'situation', { note: '苯泄漏约两吨，已筑堤', casualties: { injured: 2, trapped: 0 } });
    expect((await owed('situation_report')).map(({ state, dueAt }) => [state, ms(dueAt)])).toEqual([
      ['met', instant('06:32:00')],
      ['open', instant('06:57:00')],
    ]);
    at('06:29:00');
    const text = await sendUp('written');
    for (const words of [
      TANK_LORRY.narrative,
      '7月14日14时00分',
      '受伤 2 人',
      '调派 7 支队伍',
      '苯泄漏约两吨',
      DEPUTY_HEAD.name,
    ])
      expect(text).toContain(words);
    expect(await owed('upward_report', 'written')).toMatchObject([{ state: 'met' }]);
    const [next] = await owed('upward_report', 'follow_up');
    expect(ms(next!.dueAt)).toBe(instant('08:29:00'));
  });

  test('14:57 the next one is late: the team is reminded, it is missed with the instant it came, and the round begins anew', async () => {
    at('06:52:00.001');
    await (await FakePhone.of(app, 'S06')).receives('5分钟内报告现场动态');
    at('06:57:00.001');
    await app.until(async () => (await situation()).state === 'missed');
    at('07:03:00');
    await teamReports('S06', 'situation', { note: '开始倒罐' });
    const [late, next] = (await owed('situation_report')).slice(1);
    expect(late).toMatchObject({ state: 'missed', metAt: expect.stringContaining('07:03:00') });
    expect(ms(next!.dueAt)).toBe(instant('07:33:00'));
  });

  test('15:10 综合救援 takes the lead: the clock that runs is its own; when it has finished, command passes by itself', async () => {
    at('07:10:00');
    const body = { teamCode: 'P01', commander: CHIEF, reason: '转入破拆救人' };
    const handed = (await dispatcher('transferCommand', { params: { id: incident.id }, body })).body;
    expect(handed).toMatchObject({
      leadTeamCode: 'P01',
      sceneCommand: CHIEF.post,
      sceneCommander: { name: CHIEF.name },
    });
    expect(await situation()).toMatchObject({ teamCode: 'P01', owedBy: '县综合救援队', state: 'open' });
    expect(ms((await situation()).dueAt)).toBe(instant('07:33:00'));
    at('07:30:00');
    await teamReports('P01', 'situation', { note: '两人均已救出', casualties: { rescued: 2 } });
    at('07:50:00');
    await teamReports('P01', 'cleared');
    expect((await incidentOf(dispatcher, incident.id)).leadTeamCode).toBe('S06');
    expect(await situation()).toMatchObject({ teamCode: 'S06', owedBy: '矿山危化队', state: 'open' });
  });

  test('16:10 续报; closing is refused while 双反馈 is owed, and names by whom; 卫生防疫 was turned back, the others clear', async () => {
    at('07:58:00');
    await teamReports('S06', 'situation', { note: '倒罐完成，洗消中' });
    at('08:10:00');
    await sendUp('follow_up');
    await report(dispatcher, (await find('S12')).id, 'cleared', { note: '无需洗消，途中返回' });
    expect((await find('S12')).obligations.find((one) => one.kind === 'on_scene')).toMatchObject({ state: 'waived' });
    const close = () => dispatcher('closeIncident', { params: { id: incident.id }, body: {} });
    const { problem } = await close();
    expect(problem).toMatchObject({ status: 409, type: '/problems/open-feedback' });
    for (const code of CAME.filter((one) => one !== 'P01'))
      expect(problem.detail).toContain((await find(code)).teamShortName);
    expect(problem.detail).not.toContain('卫生防疫队');
    at('08:20:00');
    for (const code of CAME.filter((one) => one !== 'P01')) await teamReports(code, 'cleared');
    expect((await close()).body.status).toBe('closed');
    expect(await situation()).toMatchObject({ state: 'waived', waivedCode: 'stood_down', owedBy: '指挥中心' });
    const [final] = await owed('upward_report', 'final');
    expect(ms(final!.dueAt)).toBe(instant('08:20:00', 15));
  });

  test('17:00 the final report; the teams hand their forms in, one is returned and comes again, all but one are accepted', async () => {
    at('09:00:00');
    await sendUp('final');
    const followUps = [{ what: '残液转运处置', unit: '县应急管理局', person: '演示-吴科长', dueDate: '2026-07-20' }];
    for (const code of CAME.filter((one) => one !== 'S13')) {
      const form = await handIn(await app.as(code.toLowerCase()), (await find(code)).id, {
        ...FEEDBACK,
        ...(code === 'S06' && { followUps }),
      });
      expect(form.body.state).toBe('submitted');
    }
    const params = { id: (await find('P01')).id };
    await dispatcher('returnFeedback', { params, body: { comment: '请写明伤员去向' } });
    const again = await handIn(await app.as('p01'), params.id, { ...FEEDBACK, result: '伤员送县医院' });
    expect(again.body.versions.map(({ action }) => action)).toEqual(['submitted', 'returned', 'submitted']);
    for (const code of CAME.filter((one) => one !== 'S13')) {
      const accepted = await dispatcher('acceptFeedback', { params: { id: (await find(code)).id }, body: {} });
      expect(accepted.body.state).toBe('accepted');
    }
  });

  test('the next day 环境保护 is past its 24 hours: a 督办 notice goes out by itself, is received, answered and closed', async () => {
    at('08:20:00.001', 15);
    const issued = await noticeAbout('feedback');
    expect(issued).toMatchObject({
      number: '督办〔2026〕1号',
      state: 'issued',
      addressee: '环境保护队',
      issuedBy: '系统',
    });
    expect(await (await FakePhone.of(app, 'S13')).receives(issued.number)).toContain('反馈单');
    at('10:00:00', 15);
    const team = await app.as('s13');
    expect(await notice(team, 'receive', issued)).toBe('received');
    await handIn(team, (await find('S13')).id);
    expect(await notice(team, 'answer', issued)).toBe('answered');
    expect(await notice(supervisor, 'close', issued)).toBe('closed');
    await dispatcher('acceptFeedback', { params: { id: (await find('S13')).id }, body: {} });
    const late = (await find('S13')).obligations.find((one) => one.kind === 'feedback')!;
    expect([late.state, ms(late.metAt)]).toEqual(['missed', instant('10:00:00', 15)]);
  });

  test('a week on the follow-up is overdue: missed at the end of its day, under notice, done late with proof', async () => {
    at('15:59:59.999', 20);
    expect(await owed('follow_up')).toMatchObject([{ state: 'open', owedBy: '县应急管理局 演示-吴科长' }]);
    at('16:00:00', 20);
    const issued = await noticeAbout('follow_up');
    expect(issued).toMatchObject({ number: '督办〔2026〕2号', addressee: '县应急管理局 演示-吴科长' });
    at('01:00:00', 21);
    const team = await app.as('s06');
    const { body } = await team('listFollowUps', { query: { state: 'open' } });
    const done = await team('completeFollowUp', {
      params: { id: body.items[0]!.id },
      body: { proof: '残液三吨已转运，联单编号附后', clientId: randomUUID() },
    });
    expect(done.body).toMatchObject({ state: 'done', late: true, proof: '残液三吨已转运，联单编号附后' });
    const [duty] = await owed('follow_up');
    expect([duty!.state, ms(duty!.metAt)]).toEqual(['missed', instant('01:00:00', 21)]);
    await notice(supervisor, 'answer', issued);
    expect(await notice(supervisor, 'close', issued)).toBe('closed');
  });

  test('nothing is owed any more; what was forgiven is published, and the times say who was late', async () => {
    const list = async (show: 'owing' | 'waived') =>
      (await dispatcher('listObligations', { query: { show, limit: 100 } })).body.items;
    expect((await list('owing')).filter((one) => one.incidentId === incident.id)).toEqual([]);
    const waived = (await list('waived')).map((one) =>
      [one.owedBy, one.kind, one.waivedCode, one.waivedReason].join(' '),
    );
    expect(waived.toSorted()).toEqual(FORGIVEN);
    const { body } = await dispatcher('responseTimes', { query: { groupBy: 'all' } });
    expect(body.total).toMatchObject({ n: 7, met: 6, missing: 1, waived: 2, running: 0, compliance: 6 / 7 });
    const missed = await dispatcher('measuredOrders', { query: { result: 'missed' } });
    expect(missed.body.items.map((one) => [one.teamShortName, one.takenSeconds])).toEqual([['交通保障队', null]]);
  });

  test('the trail is whole, and every act stands on the timeline once', async () => {
    const auditor = await app.as('auditor');
    await app.until(async () => (await auditor('verifyTrail')).body.valid);
    const { timeline } = await incidentOf(dispatcher, incident.id);
    const told = timeline.filter(({ type }) => !UNDERWAY.includes(type));
    const counts = Object.fromEntries(told.map(({ type }) => [type, told.filter((one) => one.type === type).length]));
    expect(counts).toEqual(ACTS);
    const contents = told.map(({ at: when, type, payload }) => JSON.stringify([when, type, payload]));
    expect(new Set(contents).size).toBe(contents.length);
  });
});
