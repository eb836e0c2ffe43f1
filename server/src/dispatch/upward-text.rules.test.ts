import { describe, expect, test } from '@jest/globals';
import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView } from '@liandong/shared/order';
import type { SituationView } from '@liandong/shared/situation';
import { latestFigures, type UpwardFacts, upwardText } from './upward-text.rules.js';

const INCIDENT = {
  number: '20260714-0031',
  narrative: 'S28台金高速危化品槽罐车侧翻泄漏',
  placeText: 'S28台金高速K71',
  townshipName: '白塔镇',
  severity: 'II',
  type: { code: 'hazmat', name: '危险化学品事故', incidentClass: '救援类' },
  receivedAt: '2026-07-14T06:05:00.000Z',
  sceneCommand: '县政府分管副县长',
  sceneCommander: { name: '演示-陈副县长', phone: '10000000902' },
  closedAt: null,
  endReason: null,
} as unknown as IncidentView;
const order = (teamShortName: string, more: object): OrderView =>
  ({
    teamShortName,
    status: 'issued',
    issuedAt: '2026-07-14T06:07:00.000Z',
    stamps: {},
    headcount: null,
    corrections: [],
    ...more,
  }) as unknown as OrderView;
const situation = (no: number, text: string, casualties: SituationView['casualties']): SituationView => ({
  id: `00000000-0000-4000-8000-00000000000${no}`,
  no,
  teamCode: 'S06',
  from: '演示-队长',
  text,
  casualties,
  at: `2026-07-14T06:${30 + no}:00.000Z`,
  receivedAt: `2026-07-14T06:${30 + no}:00.000Z`,
});
const FACTS: UpwardFacts = {
  incident: INCIDENT,
  orders: [
    order('矿山危化队', {
      status: 'on_scene',
      stamps: { on_scene: { at: '2026-07-14T06:24:00.000Z' } },
      headcount: 12,
    }),
    order('医疗队', { status: 'en_route' }),
    order('环保队', { status: 'declined' }),
  ],
  situations: [
    situation(1, '罐体破裂，正在围堵', { injured: 2, trapped: 1 }),
    situation(2, '被困者已救出', { trapped: 0, rescued: 1 }),
  ],
  calls: 3,
  time: (instant) => instant.slice(11, 16),
};

describe('the draft of a report upward', () => {
  test('by phone: what happened and who is on the way, in a few lines', () => {
    expect(upwardText('phone', FACTS).split('\n')).toEqual([
      '06:05，指挥中心先后接到 3 个报警电话：S28台金高速危化品槽罐车侧翻泄漏。事发地点S28台金高速K71，初步判断为重大危险化学品事故（警情编号 20260714-0031）。',
      '处置情况：06:07起调派 2 支队伍：矿山危化队（06:24到场，12 人）、医疗队（已出动）。现场指挥：县政府分管副县长演示-陈副县长。',
    ]);
  });

  test('in writing: people, course and what follows as well', () => {
    const text = upwardText('written', FACTS);
    expect(text).toContain('人员情况：受伤 2 人，被困 0 人，已救出 1 人。');
    expect(text).toContain('06:32 演示-队长：被困者已救出');
    expect(text.endsWith('后续情况将及时续报。')).toBe(true);
  });

  test('a corrected arrival is told as corrected', () => {
    const corrections = [{ kind: 'on_scene', at: '2026-07-14T06:21:00.000Z' }];
    const [first, ...others] = FACTS.orders;
    expect(upwardText('phone', { ...FACTS, orders: [{ ...first!, corrections } as never, ...others] })).toContain(
      '06:21到场',
    );
  });

  test('the day is said once', () => {
    const time = (instant: string) => `7月14日${instant.slice(11, 16)}`;
    expect(upwardText('phone', { ...FACTS, time })).toContain('7月14日06:07起调派 2 支队伍：矿山危化队（06:24到场');
  });

  test('with nobody sent and nothing known it says so', () => {
    const text = upwardText('written', { ...FACTS, orders: [], situations: [], calls: 1 });
    expect(text).toContain('接到报警');
    expect(text).toContain('正在调派力量');
    expect(text).toContain('人员情况：正在核实');
    expect(text).not.toContain('现场动态');
  });

  test('the final one tells how it ended', () => {
    const incident = { ...INCIDENT, closedAt: '2026-07-14T12:00:00.000Z', endReason: '泄漏物已清运' };
    const text = upwardText('final', { ...FACTS, incident, orders: [order('矿山危化队', { status: 'cleared' })] });
    expect(text).toContain('处置结果：12:00处置结束，参与处置的 1 支队伍均已撤回待命。泄漏物已清运');
    expect(text).not.toContain('及时续报');
  });
});

test('a figure stands until a newer report names it again', () => {
  expect(latestFigures(FACTS.situations)).toEqual({ injured: 2, trapped: 0, rescued: 1 });
});
