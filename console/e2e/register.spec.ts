import { expect, type Page, test } from '@playwright/test';
import { inDays, openField, SHOTS, setClock, signIn } from './people.js';

/** The register as it is kept: by the administrator at the desk, by a leader on the phone. */
test.describe.configure({ mode: 'serial' });

let admin: Page;
const shot = (page: Page, name: string) => page.screenshot({ path: `${SHOTS}/register-${name}.png` });
const save = async (form: string): Promise<void> => {
  await admin.getByTestId('setting-save').click();
  await expect(admin.getByTestId(form)).toBeHidden();
};

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  await setClock(context.request, inDays(3, '10:00:00'));
  admin = await context.newPage();
  await signIn(admin, 'admin', '/teams');
});

test('a team page: its gap has a day; a member joins with two numbers, the second put first by keyboard', async () => {
  await expect(admin.getByTestId('teams-page')).toContainText(/缺 3 人 自 \d\d-\d\d 起/);
  await admin.getByTestId('team-S06').click();
  await admin.getByTestId('team-open').click();
  await expect(admin.getByTestId('base-map').locator('.map-canvas')).toHaveAttribute('data-ready', 'true');
  await shot(admin, '01-overview');
  await admin.keyboard.press('Alt+2');
  await admin.getByTestId('member-add').click();
  await admin.getByTestId('member-name').fill('演示-双机');
  await admin.getByTestId('phone-0').fill('100 3999 0001');
  await admin.getByTestId('phone-add').click();
  await admin.getByTestId('phone-1').fill('0576-87770101');
  await admin.getByTestId('phone-1').press('Alt+ArrowUp');
  await expect(admin.getByTestId('phone-0')).toHaveValue('0576-87770101');
  await save('member-form');
  await admin.getByTestId('member-edit-演示-双机').click();
  await admin.getByTestId('verify-0').click();
  await expect(admin.getByTestId('member-form').getByTestId('verified-057687770101')).toContainText('已核实');
  await admin.keyboard.press('Escape');
  await expect(admin.getByTestId('team-page')).toContainText('057687770101');
});

test('the commander leaves and names who follows; the history says who, what and why', async () => {
  await admin.locator('[data-testid^="member-leave-"]').first().click();
  await admin.getByTestId('leave-successor').click();
  await admin.keyboard.press('ArrowDown');
  await admin.keyboard.press('Enter');
  await admin.getByTestId('register-reason').fill('退休');
  await save('leave-form');
  await expect(admin.getByTestId('team-page')).not.toContainText('暂无指挥');
  await admin.keyboard.press('Alt+4');
  const page = admin.getByTestId('team-page');
  await expect(page).toContainText('成员离队');
  await expect(page).toContainText('职务：副指挥 → 指挥');
  await expect(page).toContainText('退休');
  await shot(admin, '02-history');
});

test('a stricter minimum opens gaps at once, on the list as well', async () => {
  await admin.goto('/settings?tab=strength');
  await admin.getByTestId('strength-edit-class-professional').click();
  await admin.getByTestId('strength-minimum').fill('18');
  await admin.getByTestId('setting-reason').fill('汛期加强');
  await save('strength-form');
  await expect(admin.locator('tr', { hasText: '其余专业应急队伍' })).toContainText('其中 14 支不足');
  await shot(admin, '03-strength');
  await admin.goto('/teams');
  await expect(admin.getByTestId('teams-page')).toContainText('人数不足 16');
});

test('a leader adds a member on the phone, and he counts', async ({ browser }) => {
  const phone = await openField(browser, 's05');
  await phone.locator('.top-bar .icon-button').click();
  await phone.getByTestId('field-open-members').click();
  await phone.getByTestId('member-add').click();
  await phone.getByTestId('member-name').fill('演示-队员乙');
  await phone.getByTestId('member-phone-0').fill('10039990055');
  await phone.getByTestId('member-save').click();
  await expect(phone.getByTestId('member-演示-队员乙').getByRole('link')).toHaveAttribute('href', 'tel:10039990055');
  await shot(phone, '04-phone');
  await admin.goto('/teams/S05?tab=members');
  await expect(admin.getByTestId('team-page')).toContainText('演示-队员乙');
});

test('a leader registers a vehicle, and changes the team’s alarm phone and address, on the phone', async ({
  browser,
}) => {
  const phone = await openField(browser, 's05');
  await phone.locator('.top-bar .icon-button').click();
  await phone.getByTestId('field-open-members').click();
  await phone.getByTestId('vehicle-add').click();
  await phone.getByTestId('vehicle-plate').fill('浙J·演示55');
  await phone.getByTestId('vehicle-kind').fill('皮卡');
  await phone.getByTestId('vehicle-seats').fill('5');
  await phone.getByTestId('vehicle-save').click();
  await expect(phone.getByTestId('vehicle-浙J·演示55')).toContainText('皮卡');
  await phone.getByTestId('own-team-edit').click();
  await phone.getByTestId('own-team-phone').fill('10005769955');
  await phone.getByTestId('own-team-address').fill('城北路 8 号');
  await phone.getByTestId('own-team-save').click();
  await expect(phone.getByTestId('own-team')).toContainText('10005769955');
  await expect(phone.getByTestId('own-team')).toContainText('城北路 8 号');
  await shot(phone, '05-own-team');
  await phone.getByTestId('vehicle-浙J·演示55').getByRole('button').click();
  await shot(phone, '06-vehicle');
  await phone.getByTestId('vehicle-retire').click();
  await phone.getByTestId('vehicle-retire-reason').fill('报废');
  await phone.getByTestId('vehicle-retire-confirm').click();
  await expect(phone.getByTestId('vehicle-浙J·演示55')).toHaveCount(0);
});
