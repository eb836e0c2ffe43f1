import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EachAnswers, Ladder } from '@liandong/shared/ladder';
import type { OrderDetail } from '@liandong/shared/order';
import { type Call, useApp } from '../app.js';
import { order, report, takeCall } from '../factories.js';
import { FakePhone } from '../fake-phone.js';

/** Who is called how while nobody answers is the county's to say, for all teams or for one. */
describe('ladders as the county wants them', () => {
  const app = useApp();
  let dispatcher: Call;
  let admin: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    admin = await app.as('admin');
  });

  const see = async (id: string) => (await dispatcher('getOrder', { params: { id } })).body;
  const edit = async (scope: string, ladder: Ladder): Promise<void> => {
    const { status } = await admin('editLadder', { params: { scope }, body: { ladder, reason: '按县局通知调整' } });
    expect(status).toBe(200);
  };
  const issue = async (teamCode: string): Promise<OrderDetail> => {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, teamCode);
    return see(one!.id);
  };
  /** `120 deputy voice`: seconds after the order, whom, how. */
  const rungs = ({ issuedAt, messages }: OrderDetail): string[] =>
    messages.map(({ dueAt, recipientPost, channel }) => {
      const seconds = (Date.parse(dueAt) - Date.parse(issuedAt)) / 1000;
      return `${seconds} ${recipientPost} ${channel}`;
    });
  const COMMANDER: Ladder = {
    steps: [
      { afterSeconds: 0, sends: [{ to: 'commander', channels: ['sms'] }] },
      { afterSeconds: 90, sends: [{ to: 'deputy', channels: ['voice'] }] },
    ],
    eachAnswers: null,
  };
  const OWN = ['0 commander sms', '90 deputy voice'];

  test('a team’s own is used for its next order: not for the one that runs, not for other teams', async () => {
    const before = await issue('S01');
    await edit('S01', COMMANDER);
    expect(rungs(await issue('S01'))).toEqual(OWN);
    expect(rungs(await see(before.id))).toEqual(rungs(before));
    expect(rungs(before)).toContain('240 liaison voice');
    expect(rungs(await issue('S02'))).toContain('240 liaison voice');
    await admin('dropLadder', { params: { scope: 'S01' }, body: { reason: '恢复全县' } });
    expect(rungs(await issue('S01'))).toEqual(rungs(before));
  });

  describe('when each has to answer himself', () => {
    const each = (who: EachAnswers['who']): Ladder => ({
      steps: [{ afterSeconds: 0, sends: [{ to: 'commander', channels: ['sms'] }] }],
      eachAnswers: { who, everySeconds: 120, rounds: 4, channels: ['voice'] },
    });
    /** States of the pages of one post, by round. */
    const pages = async (id: string, post: string) =>
      (await see(id)).messages.filter((one) => one.personal && one.recipientPost === post).map(({ state }) => state);
    const paged = async (id: string) =>
      (await see(id)).paged.map(({ post, answeredBy }) => [post, answeredBy !== null] as const).toSorted();

    test('the commander’s answer stops his own pages, not the deputy’s; the deputy’s own answer does', async () => {
      await edit('S03', each(['commander', 'deputy']));
      const one = await issue('S03');
      expect(await paged(one.id)).toEqual([
        ['commander', false],
        ['deputy', false],
      ]);
      await (await FakePhone.of(app, 'S03')).replies(`1 ${one.code}`);
      await app.until(async () => (await see(one.id)).stamps.acknowledged);
      expect(await paged(one.id)).toEqual([
        ['commander', true],
        ['deputy', false],
      ]);
      expect(await pages(one.id, 'commander')).toEqual(Array(4).fill('cancelled'));

      app.pass({ seconds: 120 });
      await app.until(async () => (await pages(one.id, 'deputy'))[0] === 'delivered');
      app.pass({ seconds: 120 });
      await app.until(async () => (await pages(one.id, 'deputy'))[1] === 'delivered');
      await (await FakePhone.of(app, 'S03', 'deputy')).replies(`1 ${one.code}`, 'voice');
      await app.until(async () => (await paged(one.id)).every(([, answered]) => answered));
      expect(await pages(one.id, 'deputy')).toEqual(['delivered', 'delivered', 'cancelled', 'cancelled']);
    });

    test('what the dispatcher takes down for the team is nobody’s own answer; marked as told, he is not called any more', async () => {
      await edit('S04', each(['commander', 'deputy']));
      const one = await issue('S04');
      await report(dispatcher, one.id, 'acknowledged');
      expect(await paged(one.id)).toEqual([
        ['commander', false],
        ['deputy', false],
      ]);
      const { phone } = one.paged.find(({ post }) => post === 'deputy')!;
      const mark = () => dispatcher('markReached', { params: { id: one.id }, body: { phone } });
      expect((await mark()).body.paged.find((person) => person.phone === phone)).toMatchObject({
        answeredAt: app.now.toISOString(),
        answeredBy: expect.any(String),
      });
      await mark();
      expect(await pages(one.id, 'deputy')).toEqual(Array(4).fill('cancelled'));
      app.pass({ seconds: 120 });
      await app.until(async () => (await pages(one.id, 'commander'))[0] === 'delivered');
      const { timeline } = (await dispatcher('getIncident', { params: { id: one.incidentId } })).body;
      expect(timeline.filter(({ type }) => type === 'person.answered')).toHaveLength(1);
      const stranger = await dispatcher('markReached', { params: { id: one.id }, body: { phone: '10099999999' } });
      expect(stranger.status).toBe(404);
    });

    test('the team’s app answers for whoever is on duty, and for nobody else', async () => {
      await edit('S05', each(['onDuty', 'commander']));
      const one = await issue('S05');
      const onDuty = one.paged.find(({ post }) => post !== 'commander')!;
      expect(onDuty).toBeDefined();
      await report(await app.as('s05'), one.id, 'acknowledged', { source: 'app' });
      const { paged: people } = await see(one.id);
      expect(people.find(({ phone }) => phone === onDuty.phone)!.answeredAt).not.toBeNull();
      expect(people.find(({ post }) => post === 'commander')!.answeredAt).toBeNull();
      expect(await pages(one.id, onDuty.post)).toEqual(Array(4).fill('cancelled'));
      app.pass({ seconds: 120 });
      await app.until(async () => (await pages(one.id, 'commander'))[0] === 'delivered');
    });

    test('the end of the order ends all pages', async () => {
      await edit('S06', each(['commander', 'deputy']));
      const one = await issue('S06');
      await report(dispatcher, one.id, 'on_scene');
      expect(await pages(one.id, 'deputy')).toEqual(Array(4).fill('queued'));
      await report(dispatcher, one.id, 'cleared');
      for (const post of ['commander', 'deputy']) expect(await pages(one.id, post)).toEqual(Array(4).fill('cancelled'));
    });

    test('pages end after so many rounds', async () => {
      const ladder = each(['deputy']);
      await edit('S07', { ...ladder, eachAnswers: { ...ladder.eachAnswers!, rounds: 2 } });
      const one = await issue('S07');
      for (const round of [0, 1]) {
        app.pass({ seconds: 120 });
        await app.until(async () => (await pages(one.id, 'deputy'))[round] === 'delivered');
      }
      expect(await pages(one.id, 'deputy')).toHaveLength(2);
    });
  });

  test('the county’s own, edited, is every team’s that has none of its own', async () => {
    await edit('S08', { ...COMMANDER, steps: [COMMANDER.steps[0]!] });
    await edit('county', COMMANDER);
    expect(rungs(await issue('S08'))).toEqual(['0 commander sms']);
    expect(rungs(await issue('S09'))).toEqual(OWN);
    expect(rungs(await issue('P01'))).toEqual(OWN);
  });
});
