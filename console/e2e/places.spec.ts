import { expect, type Page, test } from '@playwright/test';
import { SHOTS, setClock, signIn, tomorrowAt } from './people.js';

/** The administrator adds a place, imports more and a boundary from files; the desk finds what was added. */
test.describe.configure({ mode: 'serial' });

let page: Page;

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext();
  await setClock(context.request, tomorrowAt('10:00:00'));
  page = await context.newPage();
  await signIn(page, 'admin', '/settings?tab=places');
});

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('a place with an alias is added, warned of when it lies elsewhere, and found by the alias’s initials', async () => {
  await page.getByTestId('place-add').click();
  await page.getByTestId('place-name').fill('演示湾村');
  await page.getByTestId('place-aliases').fill('望月岙；望月坳');
  await page.getByTestId('place-township').click();
  await page.getByTitle('横溪镇', { exact: true }).click();
  await page.getByTestId('place-lon').fill('120.731');
  await page.getByTestId('place-lat').fill('28.854');
  await page.getByTestId('place-basis').fill('本县约定');
  await expect(page.getByTestId('setting-save')).toBeDisabled();
  await page.getByTestId('setting-reason').fill('新设自然村');
  await page.getByTestId('setting-save').click();
  await expect(page.getByText(/不在横溪镇/)).toBeVisible();
  await expect(page.getByTestId('place-form')).toHaveCount(0);
  await page.getByTestId('places-search').fill('wangyueao');
  await expect(page.getByRole('row', { name: /演示湾村/ })).toBeVisible();
  await page.screenshot({ path: `${SHOTS}/60-places.png` });
});

test('a table with a wrong row is shown as such and cannot be taken; mended it is taken whole', async () => {
  await page.getByTestId('places-import').click();
  await page.getByTestId('import-basis').fill('演示来源');
  await page.getByTestId('import-file').setInputFiles(file('a.csv', '名称,乡镇\n演示甲,横溪镇\n演示乙,无此镇\n'));
  await expect(page.getByTestId('import-errors')).toContainText('第 3 行 乡镇');
  await page.getByTestId('setting-reason').fill('年度更新');
  await expect(page.getByTestId('import-apply')).toBeDisabled();
  await page.getByTestId('import-file').setInputFiles(file('a.csv', '名称,乡镇\n演示甲,横溪镇\n演示乙,白塔\n'));
  await expect(page.getByTestId('import-at-seat')).toContainText('2 个地名没有坐标');
  await page.getByTestId('import-apply').click();
  await expect(page.getByTestId('import-places')).toHaveCount(0);
  await page.getByTestId('places-search').fill('yanshiyi');
  await expect(page.getByRole('row', { name: /演示乙/ })).toContainText('示意');
});

test('a boundary is measured and drawn before it is taken, then stands with its basis', async () => {
  await page.getByRole('tab', { name: '边界' }).click();
  await page.getByTestId('borders-import').click();
  await page.getByTestId('import-basis').fill('演示勘界');
  const ring = [
    [120.44, 28.7],
    [120.5, 28.7],
    [120.5, 28.76],
    [120.44, 28.76],
    [120.44, 28.7],
  ];
  const feature = (geometry: object) => ({ type: 'Feature', properties: { name: '横溪镇' }, geometry });
  const areas = (coordinates: number[][]) =>
    file('a.geojson', JSON.stringify(feature({ type: 'Polygon', coordinates: [coordinates] })));
  await page.getByTestId('import-file').setInputFiles(areas(ring.slice(0, 4)));
  await expect(page.getByTestId('import-errors')).toContainText('没有闭合');
  await page.getByTestId('import-file').setInputFiles(areas(ring));
  await expect(page.getByTestId('import-areas')).toContainText('38.98');
  await page.getByTestId('setting-reason').fill('启用勘界成果');
  await page.screenshot({ path: `${SHOTS}/61-borders.png` });
  await page.getByTestId('import-apply').click();
  await expect(page.getByTestId('import-borders')).toHaveCount(0);
  await expect(page.getByRole('row', { name: /横溪镇/ })).toContainText('演示勘界');
});
