import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { FakeGateway } from '../../server/test/fakes/gateway';
import { FakeTwilio } from '../../server/test/fakes/twilio';
import { ServerProcess } from '../../server/test/server-process';
import { PASSWORD, post, SHOTS, signIn } from './people.js';

/** A county with real lines: a modem gateway for texts, Twilio behind it and for calls. One of them dies and comes back. */
test.describe.configure({ mode: 'serial' });

const DATA_DIR = '.tmp/e2e-providers';
const SECRET = 'a-secret-of-the-county';
const home = { url: () => server.url, now: () => new Date() };
const gateway = new FakeGateway(SECRET, home);
const twilio = new FakeTwilio('https://dispatch.example.org', home.url, home.now);
let server: ServerProcess;
let desk: Page;

const shot = (name: string) => desk.screenshot({ path: `${SHOTS}/${name}.png` });
const card = (team: string) => desk.getByTestId(`order-card-${team}`);

/** Twilio names its own settings; those of the gateway stand before it. */
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  rmSync(DATA_DIR, { recursive: true, force: true });
  await gateway.start();
  await twilio.start();
  server = await ServerProcess.start({
    ...twilio.environment,
    DATA_DIR,
    DEMO_PASSWORD: PASSWORD,
    SMS_PROVIDER: 'gateway,twilio',
    VOICE_PROVIDER: 'twilio',
    GATEWAY_URL: gateway.url,
    GATEWAY_SECRET: SECRET,
  });
  const context = await browser.newContext({ baseURL: server.url });
  desk = await context.newPage();
  await signIn(desk, 'supervisor');
});

test.afterAll(async () => {
  await server?.stop();
  await gateway.stop();
  await twilio.stop();
});

async function orderTo(...teamCodes: string[]): Promise<{ id: string; code: number; teamCode: string }[]> {
  const incident = await post<{ id: string }>(desk, '/api/incidents', {
    channel: '110',
    narrative: '横溪镇下陈村山体滑坡，2人被困',
    placeText: '横溪镇下陈村',
    location: { lon: 120.462, lat: 28.737 },
    typeCode: 'landslide',
  });
  const { orders } = await post<{ orders: { id: string; code: number; teamCode: string }[] }>(
    desk,
    `/api/incidents/${incident.id}/orders`,
    { teamCodes },
  );
  await desk.locator('[data-testid^="queue-row-"]').first().click();
  return orders;
}

const textsOf = (code: number) => [...gateway.texts.values()].filter(({ text }) => text.includes(`】${code}号令`));

test('an order goes out by the preferred line, and a leader’s text from the valley answers it', async () => {
  const [one] = await orderTo('S05');
  await expect(card('S05')).toBeVisible();
  await expect.poll(() => textsOf(one!.code).length).toBeGreaterThan(0);
  await desk.getByTestId('ladder-S05').click();
  await expect(card('S05')).toContainText('网关');
  await shot('50-ladder-lines');
  expect(await gateway.comes(textsOf(one!.code)[0]!.to, `1 ${one!.code} 12人 8分`)).toBe(200);
  await expect(card('S05')).toContainText('12 人 · 8 分到');
  // Thirty people are wanted, twelve are promised.
  await expect(desk.getByTestId('strength').first()).toContainText('12/30');
});

test('the preferred line dies: the next order goes by the other one, every page says so', async () => {
  await gateway.feels({ down: true });
  await orderTo('P01', 'P02');
  await expect(desk.getByTestId('health-banner')).toContainText('不通');
  await expect.poll(() => twilio.messages.filter(({ body }) => body.includes('号令')).length).toBeGreaterThan(1);
  await shot('51-line-sick');
  await desk.goto('/messages');
  await expect(desk.getByTestId('line-gateway-sms')).toHaveAttribute('data-state', 'sick');
  await expect(desk.getByTestId('line-twilio-sms')).toHaveAttribute('data-state', 'well');
  await desk.getByTestId('message-search').fill('号令');
  await desk.getByText('综合救援队').first().waitFor();
  await shot('52-messages');
});

test('a message shows both attempts, each with what its line said', async () => {
  const { items } = await (await desk.request.get('/api/messages?channel=sms&line=twilio-sms&limit=500')).json();
  const both = items.find((row: { attempts: number }) => row.attempts > 1);
  await desk.goto(`/messages?message=${both.id}`);
  const drawer = desk.getByTestId('message-drawer');
  await expect(drawer).toContainText('连不上线路');
  await expect(drawer.getByTestId('attempt-refused').or(drawer.getByTestId('attempt-unsure')).first()).toBeVisible();
  await shot('53-message-attempts');
});

test('the line is back: the alarm ends by itself', async () => {
  await gateway.feels();
  await expect(desk.getByTestId('health-banner')).toHaveCount(0, { timeout: 20_000 });
  await desk.goto('/messages');
  await expect(desk.getByTestId('line-gateway-sms')).toHaveAttribute('data-state', 'well');
});

test('a broadcast to all commanders: previewed, sent once, its receipts counted', async () => {
  await desk.goto('/messages?tab=broadcasts');
  await desk.getByTestId('broadcast-new').click();
  await desk.getByTestId('broadcast-text').fill('今晚有大到暴雨，各队在岗备勤，保持通信畅通');
  await expect(desk.getByTestId('broadcast-send')).toBeDisabled();
  await desk.getByText('全部指挥', { exact: true }).click();
  await expect(desk.getByTestId('broadcast-preview')).toContainText('40');
  await shot('54-broadcast-new');
  await desk.keyboard.press('Control+Enter');
  const told = () => [...gateway.texts.values()].filter(({ text }) => text.includes('大到暴雨')).length;
  await expect.poll(told, { timeout: 60_000 }).toBeGreaterThan(5);
  await expect(desk.locator('tr', { hasText: '大到暴雨' })).toContainText('40');
  await shot('55-broadcast-sent');
});

test('a number that wants no texts is shown, with whose it is', async () => {
  const [text] = [...gateway.texts.values()];
  expect(await gateway.comes(text!.to, '退订')).toBe(200);
  await desk.goto('/messages?tab=numbers');
  await expect(desk.getByTestId(`flag-${text!.to}-unsubscribed`).or(desk.getByText(text!.to)).first()).toBeVisible();
  await shot('56-numbers');
  await desk.goto('/messages?tab=costs');
  await expect(desk.getByTestId('cost-gateway-sms')).toBeVisible();
  await shot('57-costs');
});
