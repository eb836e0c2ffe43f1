import { expect, type Page, test } from '@playwright/test';
import { post, SHOTS, setClock, signIn, tomorrowAt } from './people.js';

/** A second alarm by one key, and the readiness board that follows the orders. */
test.describe.configure({ mode: 'serial' });

let page: Page;

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  await setClock(context.request, tomorrowAt('14:00:00'));
  page = await context.newPage();
  await signIn(page, 'supervisor');
});

test('a team set aside by key is off on the board, and not ticked when teams are sent', async () => {
  await page.goto('/readiness');
  await expect(page.getByTestId('readiness-S05')).toHaveAttribute('data-state', 'available');
  await page.getByTestId('readiness-S05').focus();
  await page.keyboard.press('s');
  await page.getByTestId('reason-text').fill('车辆检修');
  await page.getByTestId('outage-until').fill('2020-01-01 08:00');
  await expect(page.getByTestId('reason-confirm')).toBeDisabled();
  await page.getByTestId('until-midnight').click();
  await page.getByTestId('reason-text').press('Enter');
  await expect(page.getByTestId('readiness-S05')).toHaveAttribute('data-state', 'off');
  await expect(page.getByTestId('readiness-S05')).toContainText(/车辆检修 · 停勤至 .*00:00/);
});

test('the next level is raised with one key, sent with one key; the board shows who is out', async () => {
  await post(page, '/api/incidents', {
    channel: '110',
    narrative: '横溪镇下陈村山体滑坡，2人被困',
    placeText: '横溪镇下陈村',
    location: { lon: 120.462, lat: 28.737 },
    typeCode: 'landslide',
    severity: 'II',
  });
  await page.goto('/desk');
  await expect(page.getByTestId('live-state')).toContainText('实时');
  await expect(page.getByTestId(/queue-row-/).first()).toContainText('下陈村');
  await page.keyboard.press('j');
  await expect(page.getByTestId('detail')).toContainText('还没有派队');
  await page.keyboard.press('F4');
  await expect(page.getByTestId('dispatch-team-P07')).toHaveAttribute('data-ticked', 'true');
  await expect(page.getByTestId('dispatch-team-S05')).toHaveAttribute('data-ticked', 'false');
  await expect(page.getByTestId('dispatch-strength')).toContainText('预案要 30 人');
  await page.keyboard.press('F7');
  await expect(page.getByTestId('dispatch-team-P16')).toHaveAttribute('data-ticked', 'true');
  await expect(page.getByTestId('dispatch-strength')).toContainText('预案要 60 人');
  await page.screenshot({ path: `${SHOTS}/30-second-level.png` });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('dispatch-panel')).toHaveCount(0);

  await page.goto('/readiness');
  await expect(page.getByTestId('readiness-P16')).toHaveAttribute('data-state', 'committed');
  await expect(page.getByTestId('readiness-P16')).toContainText('下陈村');
  await page.keyboard.press('3');
  await expect(page.locator('.team-tile')).toHaveCount(7);
  await page.screenshot({ path: `${SHOTS}/31-readiness.png` });
});
