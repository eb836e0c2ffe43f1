import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../../../../test/app.js';
import { order, takeCall } from '../../../../test/factories.js';
import { type FakeBrowser, FakePushService } from '../../../../test/fakes/push-service.js';
import { MOST_PER_ACCOUNT } from './push.rules.js';

describe('app push to phones whose app is closed', () => {
  const app = useApp();
  const service = new FakePushService();
  let dispatcher: Call;
  let key: string;
  beforeAll(async () => {
    await service.start();
    dispatcher = await app.as('dispatcher');
    key = (await dispatcher('pushKey')).body.key;
  });
  afterAll(() => service.stop());
  beforeEach(() => service.feels());

  /** A phone of the team with the app on it, its reminders on. */
  async function phoneOf(teamCode: string): Promise<{ browser: FakeBrowser; team: Call }> {
    const team = await app.as(teamCode.toLowerCase());
    const browser = service.browser(key);
    expect((await team('subscribePush', { body: browser.subscription })).status).toBe(201);
    return { browser, team };
  }
  async function ordered(teamCode: string) {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, teamCode);
    return one!;
  }
  const pushIn = (orderId: string, ...states: string[]) =>
    app.until(async () => {
      const { messages } = (await dispatcher('getOrder', { params: { id: orderId } })).body;
      return messages.find(({ channel, state }) => channel === 'app' && states.includes(state));
    });
  const subscriptions = async (teamCode: string): Promise<string[]> =>
    (await app.source.query('SELECT endpoint FROM push_subscriptions WHERE team_code = $1', [teamCode])).map(
      ({ endpoint }: { endpoint: string }) => endpoint,
    );

  test('the key is one for all, and survives a restart', async () => {
    expect(Buffer.from(key, 'base64url')).toHaveLength(65);
    await app.pause();
    await app.resume();
    expect((await (await app.as('s05'))('pushKey')).body.key).toBe(key);
  });

  test('the order wakes the phone, encrypted for it alone; sent until the app there reports, then delivered', async () => {
    const { browser, team } = await phoneOf('S05');
    const one = await ordered('S05');
    const message = await pushIn(one.id, 'sent');
    expect(browser.woken).toHaveLength(1);
    const { content, ttl, urgency, vapid } = browser.woken[0]!;
    expect(content).toEqual({ messageId: message.id, orderId: one.id, text: message.text });
    expect([ttl, urgency]).toEqual([1800, 'high']);
    expect(vapid.sub).toMatch(/^(https:|mailto:)/);
    expect(message).toMatchObject({ line: 'push-app', deliveredAt: null });
    expect((await team('pushReceived', { body: { messageId: message.id } })).status).toBe(200);
    await pushIn(one.id, 'delivered');
    expect((await team('pushReceived', { body: { messageId: message.id } })).status).toBe(200);
  });

  test('only the team it went to may report it', async () => {
    await phoneOf('S06');
    const one = await ordered('S06');
    const { id: messageId } = await pushIn(one.id, 'sent');
    for (const who of ['s07', 'dispatcher'])
      expect((await (await app.as(who))('pushReceived', { body: { messageId } })).status).toBe(404);
    expect((await pushIn(one.id, 'sent')).deliveredAt).toBeNull();
  });

  test('every phone of the team is woken; one that is gone is forgotten', async () => {
    const [first, second] = [await phoneOf('S08'), await phoneOf('S08')];
    second.browser.gone = true;
    await pushIn((await ordered('S08')).id, 'sent');
    expect(first.browser.woken).toHaveLength(1);
    expect(await subscriptions('S08')).toEqual([first.browser.endpoint]);
  });

  test('nobody has the app, or had it: said so, at once and for good', async () => {
    const failed = await pushIn((await ordered('S09')).id, 'failed');
    expect(failed).toMatchObject({ providerCode: 'app_offline', explanation: '应用未在线' });
    const { browser } = await phoneOf('S10');
    browser.gone = true;
    expect(await pushIn((await ordered('S10')).id, 'failed')).toMatchObject({ providerCode: 'app_offline' });
  });

  test('the push service is out of order: tried again, and the line stays well for everybody else', async () => {
    const { browser } = await phoneOf('S11');
    await service.feels({ refuses: { status: 503, code: '' } });
    const one = await ordered('S11');
    await app.until(async () => {
      const { messages } = (await dispatcher('getOrder', { params: { id: one.id } })).body;
      return messages.find(({ channel, providerCode }) => channel === 'app' && providerCode === 'push_fault');
    });
    await service.feels();
    app.pass({ minutes: 1 });
    await pushIn(one.id, 'sent');
    expect(browser.woken).toHaveLength(1);
  });

  test('signed out: nothing more, and nobody ends another’s', async () => {
    const { browser, team } = await phoneOf('S12');
    const { endpoint } = browser;
    await (await app.as('s11'))('unsubscribePush', { body: { endpoint } });
    expect(await subscriptions('S12')).toEqual([endpoint]);
    await team('unsubscribePush', { body: { endpoint } });
    expect((await team('unsubscribePush', { body: { endpoint } })).status).toBe(200);
    expect(await subscriptions('S12')).toEqual([]);
  });

  test('the same browser signed in by another team is that team’s from then on', async () => {
    const { browser } = await phoneOf('S13');
    const other = await app.as('s14');
    expect((await other('subscribePush', { body: browser.subscription })).status).toBe(201);
    expect(await subscriptions('S13')).toEqual([]);
    expect(await subscriptions('S14')).toEqual([browser.endpoint]);
  });

  test('addresses inside the house, keys no browser makes, and too many are refused', async () => {
    const team = await app.as('s15');
    const { subscription } = service.browser(key);
    const { problem } = await team('subscribePush', { body: { ...subscription, endpoint: 'https://10.0.0.5/push' } });
    expect(problem).toMatchObject({ status: 400, fields: [{ path: 'endpoint' }] });
    const wrong = { ...subscription, keys: { p256dh: 'AAAA', auth: 'AAAA' } };
    expect((await team('subscribePush', { body: wrong })).problem).toMatchObject({ fields: [{ path: 'keys' }] });
    for (let count = 0; count < MOST_PER_ACCOUNT; count += 1) await phoneOf('S15');
    expect((await team('subscribePush', { body: subscription })).status).toBe(409);
    expect(await subscriptions('S15')).toHaveLength(MOST_PER_ACCOUNT);
  });
});
