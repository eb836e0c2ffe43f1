import { expect, type Page, test } from '@playwright/test';
import { openField, setClock, signIn, tomorrowAt } from './people.js';

/** A dispatcher finds a boat and calls experts for a landslide; a team reads the county's work plan. */
test.describe.configure({ mode: 'serial' });

let desk: Page;

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  await setClock(context.request, tomorrowAt('10:00:00'));
  desk = await context.newPage();
  await signIn(desk, 'dispatcher');
});

test('experts are called for the incident on screen; the answer of one is shown, another is taken down', async () => {
  const data = {
    channel: '110',
    narrative: '横溪镇下陈村山体滑坡，2人被困',
    placeText: '横溪镇下陈村',
    location: { lon: 120.462, lat: 28.737 },
  };
  expect((await desk.request.post('/api/incidents', { data })).ok()).toBe(true);
  await desk.getByText('横溪镇下陈村').first().click();
  await desk.keyboard.press('/');
  await desk.getByTestId('command').fill('专家');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('call-task')).toHaveValue('研判边坡稳定与再次滑坡的风险');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByTestId('act-form')).toHaveCount(0);
  await desk.getByTestId('tab-experts').click();
  const calls = desk.locator('[data-testid^="expert-call-演示"]');
  await expect(calls).toHaveCount(4);
  await expect(calls.first().getByTestId('expert-call-state')).toContainText('未答复');

  const number = (await calls.first().locator('a[href^="tel:"]').textContent())!;
  const reply = { data: { text: '1 20分', channel: 'sms' } };
  expect((await desk.request.post(`/api/simulator/phones/${number}/reply`, reply)).ok()).toBe(true);
  await expect(calls.first().getByTestId('expert-call-state')).toContainText('到场');
  await expect(calls.first()).toContainText('约 20 分钟');
  await calls.nth(1).getByTestId('expert-take').click();
  await calls.nth(1).getByTestId('take-advising').click();
  await expect(calls.nth(1).getByTestId('expert-call-state')).toContainText('电话指导');
  await expect(desk.getByTestId('experts-section')).toContainText('2/4 已答复');
});

test('“/物 船 20”: what is near the incident, the nearest first', async () => {
  await desk.keyboard.press('/');
  await desk.getByTestId('command').fill('物 船 20');
  await desk.keyboard.press('Enter');
  await expect(desk.getByTestId('understood')).toContainText('20 公里内');
  await expect(desk.getByTestId('equipment-hit').first()).toContainText('横溪分队');
  await desk.getByTestId('equipment-hit').first().click();
  await expect(desk.getByTestId('equipment-dialog')).toHaveCount(0);
});

test('a work plan is uploaded for all teams; one confirms on its phone, the centre sees who has not', async ({
  browser,
}) => {
  const admin = await (await browser.newContext()).newPage();
  await signIn(admin, 'admin', '/forces?tab=documents');
  await admin.getByTestId('document-add').click();
  await admin.getByTestId('document-title').fill('全县防汛工作方案');
  const buffer = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
  await admin.getByTestId('document-file').setInputFiles({ name: '方案.pdf', mimeType: 'application/pdf', buffer });
  await expect(admin.getByTestId('document-uploaded')).toBeVisible();
  await admin.getByTestId('setting-save').click();
  await admin.getByTestId('document-全县防汛工作方案').click();
  await expect(admin.getByTestId('document-drawer')).toContainText('0 / 40');

  const leader = await openField(browser, 's05');
  await leader.locator('.top-bar .icon-button').click();
  await leader.getByTestId('field-documents').click();
  await leader.getByTestId('field-confirm-read').click();
  await expect(leader.getByTestId('field-document-全县防汛工作方案')).toContainText('已阅');
  await expect(admin.getByTestId('document-drawer')).toContainText('1 / 40');
  await expect(admin.getByTestId('receipt-S05')).toContainText('✓');
  await expect(admin.getByTestId('receipt-S06')).toContainText('未阅');
});

test('what was found stands on a map beside the list; by mouse and by keyboard a row marks its pin, and a pin its row', async () => {
  await desk.goto('/forces?tab=equipment&q=船 横溪');
  await expect(desk.getByTestId('equipment-map')).toContainText('◎ 横溪镇');
  const row = (text: string) => desk.locator('tr', { hasText: text });
  const pinOf = async (text: string) =>
    desk.getByTestId(`hit-pin-${await row(text).locator('.hit-number').textContent()}`);
  const pin = await pinOf('埠头分队装备库');
  await expect(pin).toHaveAttribute('aria-label', /埠头分队 · 6\.2 公里 · 橡皮艇/);
  await row('埠头分队装备库').hover();
  await expect(pin).toHaveClass(/active/);
  await row('埠头分队装备库').locator('.hit-number').focus();
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Tab');
  await expect(desk.locator('.hit-number:focus')).toHaveCount(1);
  await desk.mouse.move(0, 0);
  await pin.focus();
  await expect(row('埠头分队装备库')).toHaveClass(/hit-active/);
  await desk.keyboard.press('Enter');
  await expect(row('埠头分队装备库').locator('.hit-number')).toBeFocused();
});
