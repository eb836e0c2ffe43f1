import { beforeAll, describe, expect, test } from '@jest/globals';
import type { LineName, LineView } from '@liandong/shared/message';
import type { OrderDetail } from '@liandong/shared/order';
import type { Call } from '../app.js';
import { takeCall } from '../factories.js';
import { type ProviderName, SAYS, useProviders } from '../fakes/both.js';

const PAIRS: readonly (readonly [ProviderName, ProviderName])[] = [
  ['twilio', 'aliyun'],
  ['aliyun', 'gateway'],
  ['gateway', 'twilio'],
];

/** Two lines for texts: what one cannot bring the other does, at once and without anybody's doing. */
describe.each(PAIRS)('%s preferred, %s beside it', (preferred, other) => {
  const { app, fakes } = useProviders({ SMS_PROVIDER: `${preferred},${other}`, VOICE_PROVIDER: 'twilio' });
  const first = `${preferred}-sms` as LineName;
  const second = `${other}-sms` as LineName;
  let dispatcher: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
  });

  const issue = async (teamCode: string): Promise<OrderDetail> => {
    const { id } = await takeCall(dispatcher);
    const body = { teamCodes: [teamCode], channels: ['sms' as const] };
    const answer = await dispatcher('issueOrders', { params: { id }, body });
    return see(answer.body.orders[0]!.id);
  };
  const see = async (id: string) => (await dispatcher('getOrder', { params: { id } })).body;
  const textsOf = async ({ id }: OrderDetail) =>
    (await see(id)).messages.filter(({ channel, step }) => channel === 'sms' && step === 0);
  const allAre = (one: OrderDetail, seen: { state: string; line?: LineName }) =>
    app.until(async () => {
      const texts = await textsOf(one);
      const are = texts.every(({ state, line }) => state === seen.state && (!seen.line || line === seen.line));
      return are && texts;
    });
  const arrived = (name: ProviderName, { code }: OrderDetail) =>
    fakes.texts(name).filter(({ text }) => text.includes(`${code}号令`));
  const health = async () => (await dispatcher('messageHealth')).body;
  const line = async (name: LineName): Promise<LineView> => (await health()).lines.find((one) => one.name === name)!;
  const history = async (id: string) => (await dispatcher('getMessage', { params: { id } })).body.history;

  test('the preferred line takes what there is', async () => {
    const one = await issue('S01');
    await allAre(one, { state: 'delivered', line: first });
    expect(arrived(other, one)).toEqual([]);
  });

  test('refused connections: the other line takes each text without waiting; sick after three, nothing more is tried there', async () => {
    await fakes[preferred].feels({ down: true });
    const one = await issue('S02');
    const texts = await allAre(one, { state: 'delivered', line: second });
    expect(await history(texts[0]!.id)).toMatchObject([
      { line: first, state: 'refused', code: 'no_connection', explanation: '连不上线路' },
      { line: second, state: 'delivered' },
    ]);
    await allAre(await issue('S03'), { state: 'delivered', line: second });
    await app.until(async () => (await line(first)).state === 'sick');
    const { alarms } = await health();
    expect(alarms).toEqual([{ level: 'danger', text: expect.stringMatching(/不通（连不上线路），已改走其他线路$/) }]);
    const after = await issue('S04');
    for (const { id } of await allAre(after, { state: 'delivered', line: second }))
      expect(await history(id)).toHaveLength(1);
  });

  test('back again, and asked, it is preferred again', async () => {
    await app.until(async () => (await line(first)).state === 'sick');
    app.pass({ seconds: 3 });
    await app.until(async () => (await line(first)).state === 'well');
    expect((await health()).alarms).toEqual([]);
    await allAre(await issue('S05'), { state: 'delivered', line: first });
  });

  test('no answer: after five seconds the other line takes it, and both hand-overs are shown', async () => {
    await fakes[preferred].feels({ silent: 'untouched' });
    const one = await issue('S06');
    const texts = await allAre(one, { state: 'delivered', line: second });
    expect(arrived(preferred, one)).toEqual([]);
    expect(await history(texts[0]!.id)).toMatchObject([
      { line: first, state: 'unsure', code: 'timeout' },
      { line: second, state: 'delivered' },
    ]);
  });

  test('no money: sick at once, the other line takes over, the alarm says why', async () => {
    await fakes[preferred].feels({ refuses: SAYS[preferred].poor });
    const one = await issue('S07');
    await allAre(one, { state: 'delivered', line: second });
    const { state, explanation } = await line(first);
    expect(state).toBe('sick');
    expect((await health()).alarms).toEqual([
      { level: 'danger', text: `${(await line(first)).title}不通（${explanation}），已改走其他线路` },
    ]);
    await fakes[preferred].feels();
    app.pass({ seconds: 61 });
    await app.until(async () => (await line(first)).state === 'well');
  });

  test('“not delivered”: the other line brings it', async () => {
    await fakes[preferred].feels({ undelivered: SAYS[preferred].absent });
    const one = await issue('S08');
    const texts = await allAre(one, { state: 'delivered', line: second });
    expect(texts[0]).toMatchObject({ providerCode: null, explanation: null, movedTo: null });
    expect(await history(texts[0]!.id)).toMatchObject([
      { line: first, state: 'undelivered', code: SAYS[preferred].absent },
      { line: second, state: 'delivered' },
    ]);
  });

  test('“not delivered” by either: it ends so, in words, and a call takes over; of that a failure ends it', async () => {
    await fakes.feel({ undelivered: 'no-answer' });
    for (const name of [preferred, other]) await fakes[name].feels({ undelivered: SAYS[name].absent });
    const one = await issue('S09');
    const texts = await allAre(one, { state: 'undelivered' });
    expect(texts[0]).toMatchObject({ providerCode: SAYS[other].absent, movedTo: 'voice', attempts: 2 });
    expect(texts[0]!.explanation).not.toBe(SAYS[other].absent);
    const calls = await app.until(async () => {
      const all = (await see(one.id)).messages.filter(({ channel }) => channel === 'voice');
      return all.length === texts.length && all.every(({ state }) => state === 'undelivered') && all;
    });
    expect(calls[0]).toMatchObject({ line: 'twilio-voice', explanation: '无人接听', movedTo: null });
    expect((await textsOf(one)).map(({ state }) => state)).toEqual(texts.map(() => 'undelivered'));
  });

  test('words one line does not take go by the other; the line stays well', async () => {
    await fakes[preferred].feels({ refuses: CONTENT[preferred] });
    await allAre(await issue('S10'), { state: 'delivered', line: second });
    expect(await line(first)).toMatchObject({ state: 'well' });
  });

  test('a receipt that comes late, after the other line took over, changes nothing that is better', async () => {
    await fakes[preferred].feels({ silent: 'taken', receipts: 'never' });
    const one = await issue('S11');
    const texts = await allAre(one, { state: 'delivered', line: second });
    await fakes[preferred].feels();
    await sayUndelivered(one);
    const told = await Promise.all(texts.map(({ id }) => history(id)));
    expect(told.flat()).toContainEqual(expect.objectContaining({ line: first, state: 'undelivered' }));
    expect((await textsOf(one)).map(({ state, line: by }) => [state, by])).toEqual(
      texts.map(() => ['delivered', second]),
    );
  });

  /** The preferred provider reports, long after, that a text it took never arrived. */
  async function sayUndelivered({ code }: OrderDetail): Promise<void> {
    const says = (text: string) => text.includes(`${code}号令`);
    if (preferred === 'gateway') {
      const { id } = [...fakes.gateway.texts.values()].find(({ text }) => says(text))!;
      expect(await fakes.gateway.reports(id, { state: 'undelivered', code: SAYS.gateway.absent })).toBe(200);
    } else if (preferred === 'aliyun') {
      const text = fakes.aliyun.messages.find(({ content }) => says(content))!;
      await fakes.aliyun.tellText(text, { success: false, err_code: SAYS.aliyun.absent });
    } else {
      const { sid, to } = fakes.twilio.messages.find(({ body }) => says(body))!;
      const account = { AccountSid: fakes.twilio.accountSid, From: fakes.twilio.from, To: to };
      const form = { ...account, MessageSid: sid, MessageStatus: 'undelivered', ErrorCode: SAYS.twilio.absent };
      const callback = fakes.twilio.requests.find(({ form: sent }) => sent.To === to && says(String(sent.Body)))!;
      expect((await fakes.twilio.hooks.tell(String(callback.form.StatusCallback), form)).status).toBe(204);
    }
  }
});

/** Refuses these words, and only them. */
const CONTENT: Record<ProviderName, { status: number; code: string }> = {
  twilio: { status: 400, code: '21617' },
  aliyun: { status: 200, code: 'isv.BLACK_KEY_CONTROL_LIMIT' },
  gateway: { status: 422, code: 'content_refused' },
};
