import { expect, type Page, test } from '@playwright/test';
import { SHOTS, setClock, signIn, tomorrowAt } from './people.js';

/** The administrator changes a rule, its hours and a seat area; a dispatcher sees them and may not touch them. */
test.describe.configure({ mode: 'serial' });

let page: Page;
const form = () => page.getByTestId('rule-form');

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  await setClock(context.request, tomorrowAt('10:00:00'));
  page = await context.newPage();
  await signIn(page, 'admin', '/settings');
});

test('a new version of a rule is tried out, saved for later, and stands in the history until it is withdrawn', async () => {
  await page.getByTestId('rule-edit-3').click();
  await expect(form()).toBeVisible();
  await page.getByTestId('rule-day').fill('12');
  await expect(page.getByTestId('trial-current').last()).toContainText('15 分钟内集结');
  await expect(page.getByTestId('trial-draft')).toContainText('12 分钟内集结');
  await page.getByText('定时', { exact: true }).click();
  await expect(page.getByTestId('setting-save')).toBeDisabled();
  await page.getByTestId('setting-reason').fill('县政府专题会议要求提速');
  await page.screenshot({ path: `${SHOTS}/20-settings-rule.png` });
  await page.getByTestId('setting-save').click();
  await expect(form()).toHaveCount(0);
  // Today's orders keep the old minutes.
  await expect(page.getByTestId('rule-effective-3')).toContainText('2012-03-13');

  await page
    .locator('tr', { has: page.getByTestId('rule-edit-3') })
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByText('县政府专题会议要求提速')).toBeVisible();
  await page.getByTestId('withdraw-2').click();
  await page.getByTestId('reason-text').fill('会议改期');
  await page.getByTestId('reason-confirm').click();
  await expect(page.getByTestId('withdraw-2')).toHaveCount(0);
  await expect(page.getByText('已撤销')).toBeVisible();
});

test('a seat area is drawn by its corners; one in another township is refused in words', async () => {
  await page.getByRole('tab', { name: '驻地区域' }).click();
  await page.getByTestId('area-103').click();
  await page.getByText('范围线', { exact: true }).click();
  const corners = page.getByTestId('area-coordinates');
  await corners.fill('120.50, 28.75\n120.56, 28.75\n120.56, 28.80\n120.50, 28.80');
  await expect(page.getByTestId('area-corners')).toContainText('4');
  await page.getByTestId('setting-reason').fill('按勘界图划定');
  await page.getByTestId('setting-save').click();
  await expect(page.getByText('范围线不在本乡镇街道境内')).toBeVisible();
  await corners.fill('120.58, 28.73\n120.63, 28.73\n120.63, 28.77\n120.58, 28.77');
  await page.getByTestId('setting-save').click();
  await expect(page.getByRole('row', { name: '白塔镇' })).toContainText('范围线');
  await page.screenshot({ path: `${SHOTS}/21-settings-area.png` });
});

test('a number is changed with a reason', async () => {
  await page.getByRole('tab', { name: '数值' }).click();
  await page.getByTestId('number-edit-situationReportSeconds').click();
  await page.getByTestId('number-value').fill('1500');
  await page.getByTestId('number-form').getByTestId('setting-reason').fill('领导小组会议决定');
  await page.screenshot({ path: `${SHOTS}/22-settings-numbers.png` });
  await page.getByTestId('number-form').getByTestId('setting-save').click();
  await expect(page.getByTestId('number-form')).not.toBeVisible();
  await expect(page.getByTestId('number-situationReportSeconds')).toContainText('25');
});

test('a template is edited with its text and parts in view; a team gets a ladder of its own', async () => {
  await page.getByRole('tab', { name: '短信模板' }).click();
  await page.getByTestId('template-edit-recall').click();
  const body = page.getByTestId('template-body');
  await body.fill('{code}号令撤回：{reason}。{who}');
  await page.getByTestId('setting-reason').fill('改得更短');
  await expect(page.getByText('who').first()).toBeVisible();
  await body.fill('{code}号令撤回：{reason}。已出动的返回。');
  await page.screenshot({ path: `${SHOTS}/23-settings-template.png` });
  await page.getByTestId('setting-save').click();
  await expect(page.getByRole('row', { name: '撤回' })).toContainText('已出动的返回。');

  await page.getByRole('tab', { name: '呼叫梯次' }).click();
  await page.getByTestId('ladder-team').click();
  await page.keyboard.type('地质');
  await page.keyboard.press('Enter');
  await page.getByTestId('ladder-add').click();
  await page.getByTestId('each-on').click();
  await page.getByTestId('setting-reason').fill('地质灾害队两位指挥都要听到');
  await page.screenshot({ path: `${SHOTS}/24-settings-ladder.png` });
  await page.getByTestId('setting-save').click();
  await expect(page.getByTestId('ladder-drop-S05')).toBeVisible();
});

test('a dispatcher reads the rules and finds nothing to change', async ({ browser }) => {
  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'dispatcher', '/settings');
  await expect(other.getByTestId('settings-page')).toContainText('驻城区队伍');
  await expect(other.getByTestId('rule-edit-1')).toHaveCount(0);
});
