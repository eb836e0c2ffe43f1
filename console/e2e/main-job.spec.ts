import { expect, type Page, test } from '@playwright/test';
import { commanderPhone, openField, SHOTS, setClock, signIn, tomorrowAt } from './people.js';

/** The main job, as its people do it: dispatcher at the desk, leaders on their phones, a commander at the report. */
test.describe.configure({ mode: 'serial' });

let desk: Page;
const shot = (page: Page, name: string) => page.screenshot({ path: `${SHOTS}/${name}.png` });
const card = (team: string) => desk.getByTestId(`order-card-${team}`);

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  await setClock(context.request, tomorrowAt('14:00:00'));
  desk = await context.newPage();
  await signIn(desk, 'supervisor');
});

test('an empty desk says what to do', async () => {
  await expect(desk.getByTestId('queue-empty')).toContainText('F2');
  await shot(desk, '01-empty');
});

test('a call is filed and dispatched without the mouse', async () => {
  await desk.keyboard.press('F2');
  await desk.keyboard.type('横溪镇下陈村山体滑坡，两间民房被埋，2人被困');
  await expect(desk.getByTestId('intake-type-landslide')).toBeVisible();
  await expect(desk.getByTestId('intake-chosen-place')).toContainText('下陈村');
  await shot(desk, '02-intake');
  await desk.keyboard.press('Control+Shift+Enter');

  await expect(desk.getByTestId('dispatch-panel')).toBeVisible();
  for (const [team, target, reason] of [
    ['S05', '集结 15 分', '专长：地质灾害'],
    ['P07', '到场 20 分', '属地队伍'],
    ['P01', '集结 15 分', '专长：综合救援'],
    ['P02', '集结 15 分', '专长：医疗救护'],
  ] as const) {
    const option = desk.getByTestId(`dispatch-team-${team}`);
    await expect(option.getByRole('checkbox')).toBeChecked();
    await expect(option).toContainText(target);
    await expect(option).toContainText(reason);
  }
  await expect(desk.getByTestId('dispatch-team-P16').getByRole('checkbox')).not.toBeChecked();
  await shot(desk, '03-dispatch');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByTestId('order-countdown-S05')).toHaveText(/1[45]:\d\d/);
  await expect(desk.getByTestId('order-countdown-P07')).toHaveText(/(19|20):\d\d/);
  await shot(desk, '04-ordered');
});

test('teams answer on the practice phones, each in its own way', async () => {
  const phones = await desk.context().newPage();
  await phones.goto('/phones');
  const answer = async (team: string, words: (code: number) => string): Promise<void> => {
    const { number, entries } = await commanderPhone(phones, team);
    await phones.getByTestId('phone-search').fill(number);
    const row = phones.getByTestId(`phone-row-${number}`);
    await expect(row).toBeVisible();
    // The newest phones stand open by themselves; pressing the row of an open one would put it away.
    if (!(await phones.getByTestId(`phone-input-${number}`).isVisible())) await row.click();
    await phones.getByTestId(`phone-input-${number}`).fill(words(entries[0]!.orderCode!));
    await phones.getByTestId(`phone-send-${number}`).click();
  };
  await answer('P07', () => '1');
  await answer('P01', (code) => `１ ${code}`);
  await answer('P02', () => '收到');
  await answer('P02', () => '12人 8分');
  await phones.getByTestId('phone-search').fill('');
  await shot(phones, '05-phones');
  for (const team of ['P07', 'P01', 'P02']) {
    await expect(desk.getByTestId(`stamp-${team}-acknowledged`)).toContainText('短信');
  }
  await expect(card('P02')).toContainText('12');
  await phones.close();
});

test('the geology leader taps through on the phone', async ({ browser }) => {
  const field = await openField(browser, 's05');
  await expect(field.getByTestId('field-countdown')).toHaveText(/1\d:\d\d/);
  await shot(field, '06-field-new');
  for (const [step, name] of [
    ['acknowledged', '收到'],
    ['mustered', '集结'],
    ['en_route', '出动'],
  ] as const) {
    await field.getByTestId(`field-btn-${step}`).click();
    await expect(field.getByTestId('field-undo')).toBeVisible();
    await expect(desk.getByTestId(`stamp-S05-${step}`)).toContainText('应用', { timeout: 20_000 });
    await expect(desk.getByTestId(`stamp-S05-${step}`)).toContainText(name === '收到' ? '签收' : name);
  }
  await shot(field, '07-field-en-route');
  await expect(card('S05')).toContainText('达标');
  await field.context().close();
});

test('what is not there in time turns red, sounds until taken, and the next team is offered', async () => {
  await setClock(desk.request, tomorrowAt('14:16:00'));
  await desk.reload();
  await desk
    .getByTestId(/queue-row-/)
    .first()
    .click();
  await expect(desk.getByTestId('order-countdown-P01')).toContainText('超时');
  await expect(desk.getByTestId('overdue-count')).toContainText('超时');
  await expect(desk.getByTestId('escalation').first()).toContainText('次选队伍');
  await shot(desk, '08-late');
  await desk.keyboard.press('Space');
});

test('reports by word of mouth, one key each, then clearing and closing', async () => {
  for (const team of ['S05', 'P07', 'P01', 'P02']) {
    await card(team).click();
    await desk.keyboard.press('r');
    await expect(desk.getByTestId(`stamp-${team}-on_scene`)).toContainText('口头');
  }
  await expect(card('P07')).toContainText('达标');
  await shot(desk, '09-on-scene');
  for (const team of ['S05', 'P07', 'P01', 'P02']) {
    await card(team).click();
    await desk.keyboard.press('e');
    await expect(desk.getByTestId(`stamp-${team}-cleared`)).toContainText('口头');
  }
  await desk.getByTestId('close-incident').click();
  await expect(desk.getByTestId(/queue-row-/)).toHaveCount(0);
  await shot(desk, '10-closed');
});

test('the report shows who was in time and opens the orders behind a figure', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  await signIn(page, 'commander', '/reports');
  const row = (team: string) => page.getByTestId(`report-row-${team}`);
  for (const team of ['S05', 'P07', 'P01', 'P02']) await expect(row(team)).toContainText('n<5 不排名');
  await expect(row('P01')).toContainText(/1[56]:\d\d/);
  await expect(page.getByTestId('report-compliance-total')).toContainText('50.0');
  await shot(page, '11-report');
  await page.getByTestId('report-compliance-total').click();
  await expect(page.getByRole('dialog')).toContainText('县综合救援队');
  await shot(page, '12-report-orders');
  await context.close();
});

test('by night the same call owes 25 and 30 minutes', async () => {
  await setClock(desk.request, tomorrowAt('23:00:00'));
  await desk.context().clearCookies();
  await signIn(desk, 'dispatcher');
  await desk.keyboard.press('F2');
  await desk.keyboard.type('横溪镇下陈村山体滑坡，2人被困');
  await expect(desk.getByTestId('intake-chosen-place')).toContainText('下陈村');
  await desk.keyboard.press('Control+Shift+Enter');
  await expect(desk.getByTestId('dispatch-team-S05')).toContainText('集结 25 分');
  await expect(desk.getByTestId('dispatch-team-P07')).toContainText('到场 30 分');
});
