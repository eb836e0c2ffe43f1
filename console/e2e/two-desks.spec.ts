import { expect, type Page, test } from '@playwright/test';
import { inDays, openField, SHOTS, setClock, signIn } from './people.js';

/** What one desk or a team does, the other desk sees without touching anything. */
test.describe.configure({ mode: 'serial' });

const DAY = 6;
let one: Page;
let other: Page;
const row = (page: Page, words: string) => page.getByTestId(/^queue-row-/).filter({ hasText: words });
const more = async (page: Page, act: string): Promise<void> => {
  await page.getByTestId('more').click();
  await page.getByTestId(`act-${act}`).click();
};
/** A call is taken at the desk. */
const take = async (page: Page, narrative: string): Promise<void> => {
  await page.keyboard.press('F2');
  await expect(page.getByTestId('intake-panel')).toBeVisible();
  await page.getByTestId('intake-narrative').fill(narrative);
  await expect(page.getByTestId('intake-chosen-place')).not.toContainText('地点不明');
  await page.keyboard.press('Control+Enter');
};

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  await setClock(context.request, inDays(DAY, '09:00:00'));
  one = await context.newPage();
  await signIn(one, 'supervisor');
  other = await (await browser.newContext()).newPage();
  await signIn(other, 'dispatcher');
  for (const page of [one, other]) await expect(page.getByTestId('queue')).toBeVisible();
});

test('a team takes a call on its own hotline: both desks hear of it, one takes command', async ({ browser }) => {
  const field = await openField(browser, 'p18');
  await field.getByTestId('field-nav-hotline').click();
  await field.getByTestId('field-hotline-narrative').fill('皤滩乡古街民房冒烟');
  await field.getByTestId('field-hotline-township').selectOption({ label: '皤滩乡' });
  await field.getByTestId('field-hotline-send').click();
  await expect(field.getByTestId('field-btn-mustered')).toBeVisible();
  await field.context().close();
  for (const page of [one, other]) {
    await expect(page.getByTestId('alarm')).toHaveAttribute('data-kind', 'hotline');
    await expect(row(page, '皤滩')).toContainText('双轨');
  }
  await row(one, '皤滩').click();
  await one.screenshot({ path: `${SHOTS}/50-hotline.png` });
  await one.getByTestId('take-command').click();
  await expect(row(other, '皤滩')).not.toContainText('双轨');
});

test('a second call about the same event joins the first, with a number of its own', async () => {
  await take(one, '南峰街道电梯困人，困住2人');
  await expect(row(other, '电梯')).toBeVisible();
  await other.keyboard.press('F2');
  await other.getByTestId('intake-narrative').fill('南峰街道电梯困人，有人喊救命');
  await expect(other.getByTestId('intake-duplicates')).toContainText('同一类型');
  await other.screenshot({ path: `${SHOTS}/51-duplicates.png` });
  await other
    .getByTestId(/^join-/)
    .first()
    .click();
  await expect(row(one, '电梯')).toContainText('2 起来电');
});

test('two incidents that are one are merged, and parted again', async () => {
  await take(other, '南峰街道电梯困人，第三个电话');
  await expect(row(one, '电梯')).toHaveCount(2);
  await row(one, '电梯').first().click();
  await more(one, 'merge');
  await one
    .getByTestId(/^merge-2/)
    .first()
    .click();
  await one.getByTestId('merge-reason').fill('同一部电梯');
  await one.screenshot({ path: `${SHOTS}/52-merge.png` });
  await one.getByTestId('act-submit').click();
  await expect(row(other, '电梯')).toHaveCount(1);
  await expect(row(other, '电梯')).toContainText('3 起来电');
  await one.keyboard.press('x');
  await one
    .getByTestId(/^ended-row-/)
    .filter({ hasText: '已并入' })
    .first()
    .click();
  await more(one, 'unmerge');
  await one.getByTestId('reason-text').fill('是两部电梯');
  await one.getByTestId('reason-confirm').click();
  await expect(row(other, '电梯')).toHaveCount(2);
  await one.keyboard.press('x');
});

test('what is no emergency is handed on, its receipt registered, and taken up again when it has to be', async () => {
  await take(one, '安洲街道路灯不亮，影响出行');
  await expect(row(other, '安洲')).toBeVisible();
  await row(one, '安洲').click();
  await more(one, 'transfer');
  await one.getByTestId('transfer-unit').fill('县城市管理局');
  await one.getByTestId('transfer-reason').fill('市政照明');
  await one.getByTestId('act-submit').click();
  await expect(row(other, '安洲')).toHaveCount(0);
  await other.keyboard.press('x');
  const ended = other.getByTestId(/^ended-row-/).filter({ hasText: '安洲' });
  await expect(ended).toContainText('待回执');
  await other.screenshot({ path: `${SHOTS}/53-ended.png` });
  await ended.click();
  await more(other, 'receipt');
  await other.getByTestId('receipt-by').fill('演示-值班员');
  await other.getByTestId('act-submit').click();
  await expect(ended).not.toContainText('待回执');
  await one.keyboard.press('x');
  await one
    .getByTestId(/^ended-row-/)
    .filter({ hasText: '安洲' })
    .click();
  await more(one, 'reopen');
  await one.getByTestId('reason-text').fill('灯杆倒塌伤人');
  await one.getByTestId('reason-confirm').click();
  await other.keyboard.press('x');
  await expect(row(other, '安洲')).toBeVisible();
});
