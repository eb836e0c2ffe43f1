import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BroadcastGroup, BroadcastView } from '@liandong/shared/broadcast';
import type { Call } from '../app.js';
import { order, takeCall } from '../factories.js';
import { SAYS, useProviders } from '../fakes/both.js';

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `1009${String(index).padStart(7, '0')}`);

/** 短信群呼: one text to many numbers; counted, and never before an order. */
describe('a broadcast', () => {
  const { app, fakes } = useProviders({ SMS_PROVIDER: 'aliyun' });
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });

  const send = async (groups: BroadcastGroup[], text: string, clientId = randomUUID()): Promise<BroadcastView> => {
    const answer = await dispatcher('sendBroadcast', { body: { groups, text, clientId } });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.problem));
    return answer.body;
  };
  const read = async (id: string): Promise<BroadcastView> =>
    (await dispatcher('listBroadcasts')).body.items.find((one) => one.id === id)!;
  const over = (id: string) =>
    app.until(async () => {
      const seen = await read(id);
      return seen.waiting + seen.sent === 0 && seen;
    });
  const arrived = (text: string) => fakes.texts('aliyun').filter((one) => one.text.includes(text));

  test('is shown before it is sent: how many numbers, which take no texts, the text, its parts and price; nothing goes out', async () => {
    const groups: BroadcastGroup[] = [
      { kind: 'commanders' },
      { kind: 'teams', teamCodes: ['S05'], everyone: false },
      { kind: 'phones', phones: ['057687770001', '10090000001', '10090000001'] },
    ];
    const text = '今晚有大到暴雨，各队备勤';
    const { body } = await dispatcher('previewBroadcast', { body: { groups, text } });
    // Forty commanders, deputy and liaison of S05, a landline and a mobile.
    expect(body).toMatchObject({ numbers: 44, unreachable: 1, text: `【仙居联动】${text}`, parts: 1, costFen: 43 * 5 });
    const long = await dispatcher('previewBroadcast', { body: { groups, text: '雨'.repeat(130) } });
    expect(long.body).toMatchObject({ parts: 3, costFen: 43 * 3 * 5 });
    expect(arrived(text)).toEqual([]);
    expect((await dispatcher('listBroadcasts')).body.items).toEqual([]);
  });

  test('reaches each number of all groups once, however often the button is pressed', async () => {
    const groups: BroadcastGroup[] = [{ kind: 'commanders' }, { kind: 'teams', teamCodes: ['S05'], everyone: false }];
    const clientId = randomUUID();
    const text = '明早八点演练集合';
    const [first, second] = await Promise.all([send(groups, text, clientId), send(groups, text, clientId)]);
    expect(second!.id).toBe(first!.id);
    expect(await over(first!.id)).toMatchObject({ numbers: 42, delivered: 42, failed: 0, undelivered: 0 });
    const phones = arrived(text).map(({ phone }) => phone);
    expect(phones).toHaveLength(42);
    expect(new Set(phones).size).toBe(42);
    expect((await send(groups, text, clientId)).id).toBe(first!.id);
    expect(arrived(text)).toHaveLength(42);
  });

  test('counts its receipts as they come: taken, arrived, not arrived', async () => {
    const phones = numbers(3);
    await fakes.feel({ receipts: 'never' });
    const { id } = await send([{ kind: 'phones', phones }], '请核对值班电话');
    await app.until(async () => (await read(id)).sent === 3);
    expect(await read(id)).toMatchObject({ waiting: 0, delivered: 0 });
    const [one, two, three] = fakes.aliyun.messages.slice(-3);
    await fakes.aliyun.tellText(one!);
    await fakes.aliyun.tellText(two!);
    await fakes.aliyun.tellText(three!, { success: false, err_code: SAYS.aliyun.absent });
    expect(await read(id)).toMatchObject({ sent: 0, delivered: 2, undelivered: 1, failed: 0 });
    const { items } = (await dispatcher('listMessages', { query: { broadcastId: id, state: 'undelivered' } })).body;
    expect(items).toMatchObject([{ phone: three!.phone, movedTo: null, explanation: '关机或不在服务区' }]);
  });

  test('fails honestly for landlines and numbers that want no texts, and calls nobody', async () => {
    const [mobile, unsubscribed] = ['10091000001', '10091000002'];
    await fakes.write('aliyun', unsubscribed!, '退订');
    await app.until(async () =>
      (await dispatcher('listPhoneFlags')).body.items.some(({ phone }) => phone === unsubscribed),
    );
    const phones = ['057687770001', mobile!, unsubscribed!];
    const preview = await dispatcher('previewBroadcast', {
      body: { groups: [{ kind: 'phones', phones }], text: '通知' },
    });
    expect(preview.body).toMatchObject({ numbers: 3, unreachable: 2 });
    const { id } = await send([{ kind: 'phones', phones }], '请勿靠近河道');
    expect(await over(id)).toMatchObject({ numbers: 3, delivered: 1, failed: 2 });
    const { items } = (await dispatcher('listMessages', { query: { broadcastId: id, state: 'failed' } })).body;
    expect(items.map(({ phone, explanation }) => [phone, explanation]).toSorted()).toEqual([
      ['057687770001', '固定电话，收不到短信'],
      [unsubscribed, '号码已退订短信'],
    ]);
    expect(fakes.calls('aliyun').filter(({ phone }) => phones.includes(phone))).toEqual([]);
  });

  test('is overtaken by an order, however many of it wait', async () => {
    await fakes.feel({ delayMs: 600 });
    const text = '台风红色预警，居家避险';
    const { id } = await send([{ kind: 'phones', phones: numbers(400) }], text);
    await app.until(async () => arrived(text).length > 0);
    app.pass({ seconds: 1 });
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S06');
    await app.until(async () => {
      const { messages } = (await dispatcher('getOrder', { params: { id: one!.id } })).body;
      const first = messages.filter(({ step, channel }) => step === 0 && channel !== 'app');
      return first.every(({ state }) => state === 'sent' || state === 'delivered');
    });
    // The order is out while most of the broadcast still waits.
    const waiting = (await read(id)).waiting;
    expect(waiting).toBeGreaterThan(200);
    expect((await dispatcher('messageHealth')).body).toMatchObject({ stuck: false, waitingUrgent: 0 });
    await fakes.feel();
    expect(await over(id)).toMatchObject({ delivered: 400 });
    const got = arrived(text).map(({ phone }) => phone);
    expect(got).toHaveLength(new Set(got).size);
  });

  test('its replies are counted and not asked back: a bare 收到 needs nobody, words are for the dispatcher', async () => {
    const members = await app.source.query(
      `SELECT phone FROM team_members WHERE team_code IN ('S07', 'S08') AND post = 'commander' ORDER BY team_code`,
    );
    const phones = [...members.map(({ phone }: { phone: string }) => phone), '10092000001'] as string[];
    app.pass({ minutes: 1 });
    const { id } = await send([{ kind: 'phones', phones }], '收到请回复');
    await over(id);
    await fakes.write('aliyun', phones[0]!, '收到');
    await fakes.write('aliyun', phones[1]!, '今晚车辆检修，出不了车');
    await fakes.write('aliyun', phones[2]!, '你们是谁');
    await app.until(async () => (await read(id)).replies === 3);
    const { items } = (await dispatcher('listReplies')).body;
    const queued = items.filter(({ why }) => why === '答复群呼').map(({ text }) => text);
    expect(queued.toSorted()).toEqual(['今晚车辆检修，出不了车', '你们是谁'].toSorted());
    const answers = (await dispatcher('listMessages', { query: { purpose: 'answer' } })).body.items;
    expect(answers.filter(({ phone }) => phones.includes(phone))).toEqual([]);
  });

  test('with its line away it waits, is sent once when the line is back, and is no alarm of urgent words', async () => {
    await fakes.feel({ down: true });
    const text = '水库泄洪，下游撤离';
    const { id } = await send([{ kind: 'phones', phones: numbers(5) }], text);
    await app.until(async () => (await dispatcher('messageHealth')).body.alarms.length > 0);
    app.pass({ seconds: 20 });
    expect((await dispatcher('messageHealth')).body).toMatchObject({ stuck: false, waitingUrgent: 0, waiting: 5 });
    await fakes.feel();
    app.pass({ seconds: 5 });
    await app.until(async () => (await dispatcher('messageHealth')).body.alarms.length === 0);
    app.pass({ seconds: 5 });
    expect(await over(id)).toMatchObject({ delivered: 5 });
    expect(arrived(text)).toHaveLength(5);
  });
});
