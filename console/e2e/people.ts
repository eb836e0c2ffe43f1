import type { PracticePhone } from '@liandong/shared/message';
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test';

export const PASSWORD = 'practice-makes-fast';

/** Where the screenshots of the tests are kept, for somebody to open. */
export const SHOTS = '.tmp/shots';

/** In so many days in the county at this time of day: the demo's roster begins today. */
export const inDays = (days: number, time: string): string => {
  const day = new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  return new Date(`${day}T${time}+08:00`).toISOString();
};
export const tomorrowAt = (time: string): string => inDays(1, time);

let ahead = 0;

/** The server's clock runs on from this instant, and so do the clocks of phones opened later. */
export async function setClock(request: APIRequestContext, now: string): Promise<void> {
  const answer = await request.put('/api/test/clock', { data: { now } });
  expect(answer.ok()).toBe(true);
  ahead = Date.parse(now) - Date.now();
}

/** Sign in at the desk and wait until it is live. */
export async function signIn(page: Page, username: string, path = '/desk'): Promise<void> {
  await page.goto(path);
  await page.getByTestId('login-username').fill(username);
  await page.getByTestId('login-password').fill(PASSWORD);
  await page.getByTestId('login-submit').click();
  await expect(page.getByTestId('live-state')).toContainText('实时');
}

/** A team leader's phone with the field app open. */
export async function openField(browser: Browser, username: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 915 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await page.clock.setSystemTime(Date.now() + ahead);
  await page.goto('/field');
  await page.getByTestId('field-username').fill(username);
  await page.getByTestId('field-password').fill(PASSWORD);
  await page.getByTestId('field-login').click();
  return page;
}

/** The practice phone of a team's commander, once something arrived on it. */
export async function commanderPhone(page: Page, teamCode: string): Promise<PracticePhone> {
  let found: PracticePhone | undefined;
  await expect(async () => {
    const answer = await page.request.get('/api/simulator/phones?active=1');
    const { items } = (await answer.json()) as { items: PracticePhone[] };
    found = items.find((phone) => phone.teamCode === teamCode && phone.post === 'commander');
    expect(found).toBeDefined();
  }).toPass();
  return found!;
}

/** What a team or the desk does over the API where the screen is not what the story is about. @throws when it is refused */
export async function post<T>(page: Page, path: string, data: object, method: 'post' | 'put' = 'post'): Promise<T> {
  const answer = await page.request[method](path, { data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json() as Promise<T>;
}
