import { randomUUID } from 'node:crypto';
import type { IncidentDetail } from '@liandong/shared/board';
import type { OrderView } from '@liandong/shared/order';
import { expect, type Page, test } from '@playwright/test';
import { inDays, openField, post, SHOTS, setClock, signIn } from './people.js';

/**
 * A danger-goods lorry on S28, on the screens of those whose job it is: six teams, one that cannot come and its
 * replacement, two called later, one taken back, situation and upward reports, a correction, forms with a photo, one
 * returned, a follow-up overdue and supervised.
 */
test.describe.configure({ mode: 'serial' });

const DAY = 3;
const SIX = ['S06', 'P01', 'S13', 'P02', 'S10', 'P09'];
const CAME = ['S06', 'P01', 'S13', 'P02', 'P09', 'S07'];
let desk: Page;
let incidentId = '';
const shot = (page: Page, name: string) => page.screenshot({ path: `${SHOTS}/${name}.png` });
const card = (team: string) => desk.getByTestId(`order-card-${team}`);
const at = (time: string, day = DAY) => setClock(desk.request, inDays(day, time));
const incident = async (): Promise<IncidentDetail> => {
  const answer = await desk.request.get(`/api/incidents/${incidentId}`);
  return (await answer.json()) as IncidentDetail;
};
const orderOf = async (team: string): Promise<OrderView> => {
  const { orders } = await incident();
  return orders.find((order) => order.teamCode === team && order.status !== 'recalled')!;
};
/** A team reports by radio; the desk takes it down. */
const report = async (team: string, kind: string, more: object = {}): Promise<void> => {
  const { id } = await orderOf(team);
  await post(desk, `/api/orders/${id}/reports`, { kind, source: 'verbal', clientId: randomUUID(), ...more });
};
/** Back to the incident on the desk, with the clocks of this instant. */
const openIncident = async (): Promise<void> => {
  await desk.goto('/desk');
  await desk
    .getByTestId(/queue-row-/)
    .filter({ hasText: '危险' })
    .first()
    .click();
};
const openMore = async (act: string): Promise<void> => {
  await desk.getByTestId('more').click();
  await desk.getByTestId(`act-${act}`).click();
};

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  desk = await context.newPage();
  await at('14:00:00');
  await signIn(desk, 'supervisor');
});

test('a call makes a major incident: who commands, with his phone, and three clocks of reports', async () => {
  await expect(desk.getByTestId('queue')).toBeVisible();
  await desk.keyboard.press('F2');
  await desk.keyboard.type('台金高速S28 K95槽罐车侧翻，危化品泄漏，2人受伤');
  await expect(desk.getByTestId('intake-type-hazmat_leak')).toBeVisible();
  await expect(desk.getByTestId('intake-chosen-place')).toContainText('S28');
  await desk.getByTestId('intake-severity-II').click();
  await desk.keyboard.press('Control+Shift+Enter');
  await expect(desk.getByTestId('dispatch-panel')).toBeVisible();
  for (const team of SIX) {
    const box = desk.getByTestId(`dispatch-team-${team}`).getByRole('checkbox');
    if (!(await box.isChecked())) await box.check();
  }
  await desk.keyboard.press('Control+Enter');
  await expect(card('S06')).toBeVisible();
  const answer = await desk.request.get('/api/incidents?status=open');
  const { items } = (await answer.json()) as { items: { id: string; narrative: string }[] };
  incidentId = items.find((row) => row.narrative.includes('槽罐车'))!.id;
  await expect(desk.getByTestId('scene-command')).toContainText('演示-陈副县长');
  await expect(desk.getByTestId('scene-command')).toContainText('100 0000 0902');
  for (const words of ['电话初报', '书面初报', '动态报告'])
    await expect(desk.getByTestId('owed-strip')).toContainText(words);
  await shot(desk, '30-major-ordered');
});

test('a team cannot come and says why: the next best is offered in its place', async () => {
  await card('S10').click();
  await desk.keyboard.press('0');
  await desk.getByTestId('reason-text').fill('清障车在修');
  await desk.getByTestId('reason-confirm').click();
  await expect(desk.getByTestId('ending-S10')).toContainText('清障车在修');
  await desk.keyboard.press('d');
  await expect(desk.getByTestId('dispatch-replaces')).toBeVisible();
  await shot(desk, '31-major-replace');
  for (const box of await desk.getByTestId('dispatch-panel').getByRole('checkbox').all())
    if ((await box.isChecked()) && (await box.isEnabled())) await box.uncheck();
  await desk.getByTestId('dispatch-team-S07').getByRole('checkbox').check();
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByTestId('call-kind-S07')).toBeVisible();
});

test('reported upward by phone from a draft, registered, printable', async () => {
  for (const team of CAME) await report(team, 'acknowledged');
  await desk.keyboard.press('u');
  await expect(desk.getByTestId('upward-text')).toContainText('槽罐车');
  await desk.getByTestId('upward-spoken-to').fill('演示-市值班员');
  await shot(desk, '32-major-draft');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByTestId('owed-strip')).not.toContainText('电话初报');
  await desk.getByTestId('tab-reports').click();
  await expect(desk.getByTestId('upward-line-phone')).toContainText('达标');
});

test('two are called later, one is taken back; a written situation answers the half hour and starts the next', async () => {
  await at('14:18:00');
  for (const team of CAME) await report(team, team === 'P09' ? 'on_scene' : 'mustered');
  await openIncident();
  await desk.keyboard.press('F4');
  for (const team of ['S12', 'P03']) await desk.getByTestId(`dispatch-team-${team}`).getByRole('checkbox').check();
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByTestId('call-kind-S12')).toContainText('增援');
  await card('P03').click();
  await card('P03').getByTestId('btn-recall').click();
  await desk.getByTestId('reason-text').fill('现场力量已够');
  await desk.getByTestId('reason-confirm').click();
  await expect(desk.getByTestId('ending-P03')).toContainText('现场力量已够');

  await desk.keyboard.press('s');
  await desk.getByTestId('situation-text').fill('苯泄漏约两吨，已筑堤围堵，下风向疏散 40 人');
  await desk.getByTestId('situation-injured').fill('2');
  await shot(desk, '33-major-situation');
  await desk.getByTestId('act-submit').click();
  await desk.getByTestId('tab-reports').click();
  await expect(desk.getByTestId('situations')).toContainText('苯泄漏约两吨');
  await expect(desk.getByTestId('owed-strip')).toContainText(/动态报告\s*(30:00|29:\d\d)/);
  await shot(desk, '34-major-reports');
});

test('command passes to another team, with its reason', async () => {
  await openMore('command');
  await desk.getByTestId('command-team').selectOption('P01');
  await desk.getByTestId('command-reason').fill('堵漏完成，转入洗消');
  await desk.getByTestId('act-submit').click();
  await expect(desk.getByTestId('scene-command')).toContainText('县');
  await expect.poll(async () => (await incident()).leadTeamCode).toBe('P01');
});

test('a wrong instant is corrected beside the original', async () => {
  for (const team of CAME.filter((code) => code !== 'P09')) await report(team, 'on_scene');
  await openIncident();
  await card('S13').click();
  await desk.keyboard.press('z');
  await desk.getByTestId('correct-kind').selectOption('mustered');
  const reported = await desk.getByTestId('correct-at').inputValue();
  await desk.getByTestId('correct-at').fill(reported.replace(/\d\d:\d\d:\d\d$/, '14:12:30'));
  await expect(desk.getByTestId('act-submit')).toBeDisabled();
  await desk.getByTestId('correct-reason').fill('电台录音核对');
  await desk.getByTestId('act-submit').click();
  await expect(card('S13')).toContainText('14:12:30');
  await shot(desk, '35-major-corrected');
});

test('written report and follow-up go up; the paper is fit to print', async () => {
  for (const stage of ['written', 'follow_up'] as const) {
    await desk.keyboard.press('u');
    await desk.getByTestId(`stage-${stage}`).click();
    await expect(desk.getByTestId('upward-text')).toContainText('苯泄漏约两吨');
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByTestId('upward-drawer')).toHaveCount(0);
  }
  const { upwardReports } = await incident();
  const paper = await desk.context().newPage();
  await paper.goto(`/incidents/${incidentId}/upward/${upwardReports[1]!.id}/print`);
  await expect(paper.getByTestId('paper')).toContainText('的初报');
  await expect(paper.getByTestId('paper')).toContainText('受伤 2 人');
  await shot(paper, '36-major-paper');
  await paper.close();
});

test('closing waits for 双反馈; then it closes and the final report is owed', async () => {
  await at('16:00:00');
  await report('S12', 'cleared', { note: '无需洗消，途中返回' });
  for (const team of CAME) await report(team, 'cleared');
  await openIncident();
  await desk.getByTestId('close-incident').click();
  await expect.poll(async () => (await incident()).status).toBe('closed');
  expect((await incident()).obligations.filter((one) => one.kind === 'feedback')).toHaveLength(6);
});

test('the leader writes the form on the phone, with a photo', async ({ browser }) => {
  const field = await openField(browser, 's06');
  await field.getByTestId('field-nav-todo').click();
  await field.getByTestId('field-todo-feedback').first().click();
  await field.getByTestId('field-form-found').fill('槽罐车侧翻，罐体破裂');
  await field.getByTestId('field-form-submit').click();
  await expect(field.getByTestId('field-form-lacks')).toBeVisible();
  await shot(field, '37-field-form-lacks');
  await field.getByTestId('field-form-measures').fill('堵漏、围堰、洗消');
  await field.getByTestId('field-form-result').fill('泄漏已止，2人送医');
  await field.getByTestId('field-photo-choose').setInputFiles({
    name: '现场.png',
    mimeType: 'image/png',
    buffer: await desk.screenshot(),
  });
  await shot(field, '38-field-form');
  await field.getByTestId('field-form-submit').click();
  await expect
    .poll(async () => (await incident()).feedback.find((one) => one.teamShortName === '矿山危化队')?.state)
    .toBe('submitted');
  await field.context().close();
});

test('the desk returns one form, accepts the others, and opens what is still to be done', async () => {
  const content = { found: '到场协助', measures: '警戒疏导', result: '已结束' };
  for (const team of CAME.slice(1)) {
    const { id } = await orderOf(team);
    const plan = {
      what: '边坡与路面复查',
      unit: '县交通运输局',
      person: '演示-徐工',
      dueDate: inDays(DAY + 1, '12:00:00').slice(0, 10),
    };
    const full = team === 'S07' ? { ...content, followUps: [plan] } : content;
    await post(desk, `/api/orders/${id}/feedback`, { content: full, baseVersion: 0, clientId: randomUUID() }, 'put');
    await post(desk, `/api/orders/${id}/feedback/submit`, { clientId: randomUUID() });
  }
  await desk.goto('/owed');
  await desk.getByTestId('owed-tab-feedback').click();
  await desk.getByTestId('feedback-S06').getByRole('button').first().click();
  await expect(desk.getByTestId('feedback-review')).toContainText('罐体破裂');
  await expect(desk.getByTestId('feedback-review').getByRole('img').first()).toBeVisible();
  await shot(desk, '39-review');
  await desk.getByTestId('feedback-return').click();
  await desk.getByTestId('feedback-comment').fill('请补充人员装备');
  await desk.getByTestId('act-submit').click();
  await expect(desk.getByTestId('feedback-S06')).toHaveCount(0);
  for (const team of CAME.slice(1)) {
    const { id } = await orderOf(team);
    await post(desk, `/api/orders/${id}/feedback/accept`, {});
  }
  expect((await incident()).feedback.map((one) => one.state).toSorted()).toEqual([
    ...Array(5).fill('accepted'),
    'returned',
  ]);
});

test('a follow-up is overdue: the notice goes out by itself, is printed, answered and closed', async () => {
  await at('08:00:00', DAY + 2);
  // The session of two days ago has run out.
  await desk.context().clearCookies();
  await signIn(desk, 'supervisor');
  await expect.poll(async () => (await incident()).notices.filter((one) => one.kind === 'follow_up').length).toBe(1);
  await desk.goto('/owed');
  await expect(desk.getByTestId('owed-page')).toContainText('后续工作');
  await shot(desk, '40-owed');
  await desk.getByTestId('owed-tab-notices').click();
  const notice = (await incident()).notices.find((one) => one.kind === 'follow_up')!;
  const row = desk.getByTestId(`notice-${notice.number}`);
  await expect(row).toContainText('县交通运输局');
  await shot(desk, '41-notices');
  const paper = await desk.context().newPage();
  await paper.goto(`/notices/${notice.id}/print`);
  await expect(paper.getByTestId('paper')).toContainText(notice.number);
  await shot(paper, '42-notice-paper');
  await paper.close();
  await row.getByTestId('answer-notice').click();
  await desk.getByTestId('notice-answer').fill('暴雨延误，今日完成');
  await desk.getByTestId('act-submit').click();
  await row.getByTestId('close-notice').click();
  await expect.poll(async () => (await incident()).notices.find((one) => one.id === notice.id)?.state).toBe('closed');
  await desk.getByTestId('owed-tab-followUps').click();
  await desk.getByTestId('complete-follow-up').first().click();
  await desk.getByTestId('follow-up-proof').fill('复查完毕，路面完好');
  await desk.getByTestId('act-submit').click();
  await expect(desk.getByTestId('complete-follow-up')).toHaveCount(0);
  const owed = (await incident()).obligations.find((one) => one.kind === 'follow_up')!;
  expect(owed).toMatchObject({ state: 'missed' });
  expect(owed.metAt).not.toBeNull();
});
