import { expect, type Page, test } from '@playwright/test';
import { openField, SHOTS, setClock, signIn, tomorrowAt } from './people.js';

/** The supervisor plans, a leader looks after the own team from the phone. */
test.describe.configure({ mode: 'serial' });

let page: Page;

/** The first tone of a gap in duty (Hz), which no other alarm begins with. */
const GAP_TONE = 523;
async function countSounds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tones: number[] = [];
    Object.assign(window, { tones });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      tones.push(Math.round(this.frequency.value));
      start.call(this, when);
    };
  });
}
const gapSounds = () =>
  page.evaluate(
    (tone) => (window as unknown as { tones: number[] }).tones.filter((hz) => hz === tone).length,
    GAP_TONE,
  );

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  await setClock(context.request, tomorrowAt('10:00:00'));
  page = await context.newPage();
  await countSounds(page);
  await signIn(page, 'supervisor', '/duty');
});

test('a shift is taken out, and the gap shows in the county', async () => {
  const row = page.getByTestId('duty-row-S05');
  await expect(row).toContainText('演示-');
  await row.getByRole('button').click();
  const night = page.locator('[data-testid=duty-shift].ahead').first();
  await night.click();
  await page.getByTestId('duty-remove').click();
  await page.getByTestId('duty-reason').fill('外出培训');
  await page.getByTestId('act-submit').click();
  await expect(page.getByTestId('duty-gap').first()).toContainText('空缺');
  await page.keyboard.press('Escape');
  await expect(row.locator('.gap-cell').first()).toContainText('✕');
  await expect(page.getByTestId('duty-gap-count')).toContainText('✕');
  await page.screenshot({ path: `${SHOTS}/30-duty-county.png` });
});

test('the desk is told of the gap by one gentle sound and a line, which stays until it is taken', async () => {
  await page.getByRole('link', { name: '调度台' }).click();
  const line = page.getByTestId('gap-alarm');
  await expect(line).toContainText('起无人值班');
  await page.locator('#queue-filter').click();
  await expect.poll(gapSounds).toBe(1);
  await page.screenshot({ path: `${SHOTS}/31-duty-gap-desk.png` });
  await page.reload();
  await expect(line).toBeVisible();
  await page.locator('#queue-filter').click();
  await page.getByTestId('gap-alarm-take').click();
  await expect(line).toHaveCount(0);
  await page.reload();
  await expect(page.getByTestId('duty-gap-count')).toContainText('✕');
  await expect(line).toHaveCount(0);
  expect(await gapSounds()).toBe(0);
});

test('the gap is filled from the calendar', async () => {
  await page.goto('/duty');
  const row = page.getByTestId('duty-row-S05');
  await row.getByRole('button').click();
  const gap = page.getByTestId('duty-gap').first();
  await gap.click();
  await page.getByTestId('shift-member').selectOption({ index: 6 });
  await page.getByTestId('act-submit').click();
  await expect(page.getByTestId('act-form')).toHaveCount(0);
  await expect(page.getByTestId('duty-gap')).toHaveCount(0);
});

test('a rotation shows what it gives before it holds', async () => {
  await page.goto('/duty?team=P12');
  await page.getByTestId('rotation-replace').first().click();
  const preview = page.getByTestId('rotation-preview');
  await expect(preview).toContainText('没有空缺');
  await page.getByTestId('rotation-times').fill('08:00');
  await expect(preview.locator('li')).toHaveCount(14);
  await expect(preview).toContainText('没有空缺');
  await page.screenshot({ path: `${SHOTS}/31-duty-rotation.png` });
  await page.getByTestId('act-submit').click();
  await expect(page.getByTestId('act-form')).toHaveCount(0);
  await expect(page.getByTestId('rotation-replace')).toHaveCount(1);
});

test('a leader signs in the one on duty, asks for a swap and takes the consent down', async ({ browser }) => {
  const phone = await openField(browser, 's06');
  await phone.getByTestId('field-nav-duty').click();
  const now = phone.getByTestId('field-on-duty');
  await now.getByTestId('field-check-in').click();
  await expect(now).toContainText('✓');
  await phone.getByTestId('field-duty-swap').click();
  await phone.getByTestId('field-duty-send').click();
  await expect(phone.getByTestId('field-swap')).toContainText('⇄');
  await phone.screenshot({ path: `${SHOTS}/32-duty-field.png` });
  await phone.getByTestId('field-swap-agree').click();
  await expect(phone.getByTestId('field-swap')).toHaveCount(0);
});
