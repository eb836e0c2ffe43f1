import { expect, type Locator, test } from '@playwright/test';
import { openField, PASSWORD } from './people.js';

/** English words are longer than Chinese ones: nothing may be cut off or pushed away by them. */
const speakEnglish = () => localStorage.setItem('liandong.language', 'en');

const isCut = (text: Locator): Promise<boolean> => text.evaluate((one) => one.scrollWidth > one.clientWidth);

test('in English the readiness tiles show every team by its whole name, and the forms of /forces stand under their labels', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(speakEnglish);
  await page.request.post('/api/auth/login', { data: { username: 'admin', password: PASSWORD } });
  await page.goto('/readiness');
  const names = page.locator('.tile-name');
  await expect(names).toHaveCount(40);
  for (const name of await names.all()) expect(await isCut(name)).toBe(false);
  await page.goto('/forces');
  await page.getByTestId('expert-add').click();
  const category = page.getByRole('dialog').locator('.setting-field', { hasText: 'Category' });
  const label = (await category.locator('label').boundingBox())!;
  const select = (await category.locator('.ant-select').boundingBox())!;
  expect(select.y).toBeGreaterThanOrEqual(label.y + label.height);
  await expect(category).toContainText('Natural disasters');
});

test('on a small phone the tabs stay at the bottom of the screen, however much is asked above them', async ({
  browser,
}) => {
  const phone = await openField(browser, 'p09');
  await phone.setViewportSize({ width: 360, height: 640 });
  await expect(phone.getByTestId('field-empty')).toBeVisible();
  await expect(phone.locator('.question').first()).toBeVisible();
  await expect(phone.locator('.tab-bar')).toBeInViewport({ ratio: 1 });
  await phone.context().close();
});
