import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { workbook } from './county-workbook.js';
import { SHOTS } from './people.js';

/** An empty database without the demo county: the administrator sets a county up with the browser alone. */
test.describe.configure({ mode: 'serial' });

const PORT = Number(process.env.BROWSER_TEST_PORT ?? 3911) + 40;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const DATA_DIR = '.tmp/e2e-county-data';
let server: ChildProcess;
let page: Page;
let key = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  rmSync(DATA_DIR, { recursive: true, force: true });
  const env = { ...process.env, PORT: String(PORT), DATA_DIR, DEMO: '0' };
  server = spawn('node', ['server/dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  server.stdout!.on('data', (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said, { timeout: 200_000 }).toMatch(/set-up key/);
  key = /set-up key \(shown once\): +(\S+)/.exec(said)![1]!;
  page = await (await browser.newContext({ baseURL: ORIGIN })).newPage();
});

test.afterAll(async () => {
  server?.kill('SIGTERM');
});

test('the first administrator is made with the printed key and stands before the steps', async () => {
  await page.goto('/desk');
  await page.getByText('凭启动密钥建县').click();
  await page.getByTestId('setup-key').fill(key);
  await page.getByTestId('setup-username').fill('admin');
  await page.getByTestId('setup-name').fill('演示-管理员');
  await page.getByTestId('setup-password').fill('practice-makes-fast');
  await page.getByTestId('setup-repeat').fill('practice-makes-fast');
  await page.screenshot({ path: `${SHOTS}/40-first-administrator.png` });
  await page.getByTestId('setup-submit').click();
  await expect(page.getByTestId('county-banner')).toContainText('建县未完成');
  await page.getByTestId('county-name').fill('云溪县');
  await page.getByTestId('county-phone').fill('110');
  await page.getByTestId('county-save').click();
  await expect(page.getByTestId('step-county')).toContainText('已完成');
  await page.reload();
  await expect(page.locator('.topbar .title')).toHaveText('云溪县应急大联动');
});

test('a workbook with errors is refused line by line, the right one comes in', async () => {
  await page.getByTestId('step-townships').click();
  await page.getByTestId('to-workbook').click();
  await page
    .getByTestId('workbook')
    .setInputFiles({ name: '云溪县.xlsx', mimeType: 'application/octet-stream', buffer: await workbook('大概') });
  await expect(page.getByTestId('import-refused')).toBeVisible();
  await expect(page.getByTestId('issues')).toContainText('填 是、否 之一');
  await page.screenshot({ path: `${SHOTS}/41-import-errors.png` });
  await page.getByRole('button', { name: '换一个文件' }).click();
  await page
    .getByTestId('workbook')
    .setInputFiles({ name: '云溪县.xlsx', mimeType: 'application/octet-stream', buffer: await workbook('否') });
  await page.getByTestId('apply').click();
  await expect(page.getByTestId('import-applied')).toBeVisible();
  await page.screenshot({ path: `${SHOTS}/42-import-done.png` });
});

test('rules and accounts follow, the list finds nothing missing, and the county begins', async () => {
  await page.getByRole('tab', { name: '建县步骤' }).click();
  await page.getByTestId('step-rules').click();
  await page.getByTestId('confirm-rules').click();
  await expect(page.getByTestId('rules-confirmed')).toBeVisible();
  await page.screenshot({ path: `${SHOTS}/43-rules.png` });
  await page.getByTestId('step-accounts').click();
  for (const index of [0, 1, 2, 3]) await page.getByTestId(`account-name-${index}`).fill(`演示-${index + 1}`);
  await page.getByTestId('issue-accounts').click();
  await expect(page.getByTestId('issued')).toContainText('diaodu1');
  await page.screenshot({ path: `${SHOTS}/44-accounts.png` });
  await page.getByTestId('step-check').click();
  await page.screenshot({ path: `${SHOTS}/45-check.png` });
  await page.getByTestId('open-county').click();
  await expect(page.getByTestId('in-service')).toBeVisible();
  await expect(page.getByTestId('county-banner')).toHaveCount(0);
});
