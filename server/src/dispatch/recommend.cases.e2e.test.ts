import { beforeAll, describe, expect, test } from '@jest/globals';
import { XIANJU } from '@liandong/seed/xianju/county';
import { type Call, useApp } from '../../test/app.js';
import { order, takeCall } from '../../test/factories.js';
import { WORKED_CASES, type WorkedCase } from './recommend.cases.js';

const seat = (code: string) => XIANJU.townships.find((township) => township.code === code)!.seat;

function placeOf({ place }: WorkedCase) {
  const nothing = { location: undefined, placeText: undefined };
  if (place === null) return nothing;
  if (typeof place === 'object' && 'township' in place) return { ...nothing, townshipCode: place.township };
  const [lon, lat] = typeof place === 'string' ? seat(place) : place;
  return { location: { lon, lat } };
}

/** The day of the demo's start, at the county's clock. */
const atLocal = (time = '14:00'): string => `2026-07-14T${time}:00+08:00`;

describe(`${WORKED_CASES.length} worked cases: who goes first, and why`, () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    supervisor = await app.as('supervisor');
  });

  /** What is against teams in this case; answers how to take it back. */
  async function arrange({ busy = [], off = [], aside = [] }: WorkedCase): Promise<() => Promise<void>> {
    const elsewhere: string[] = [];
    for (const team of busy) {
      const { id } = await takeCall(dispatcher, { typeCode: 'other' });
      const [given] = await order(dispatcher, id, team);
      elsewhere.push(given!.id);
    }
    if (off.length > 0)
      await app.source.query(`UPDATE duty_shifts SET team_code = 'off-' || team_code WHERE team_code = ANY($1)`, [off]);
    for (const code of aside) await supervisor('setTeamAside', { params: { code }, body: { reason: '车辆检修' } });
    return async () => {
      for (const id of elsewhere) await supervisor('recallOrder', { params: { id }, body: { reason: '演练结束' } });
      await app.source.query(`UPDATE duty_shifts SET team_code = substr(team_code, 5) WHERE team_code LIKE 'off-%'`);
      for (const code of aside) await supervisor('returnTeam', { params: { code }, body: { reason: '修好' } });
    };
  }

  test('there are forty of them and more, each named once', () => {
    expect(WORKED_CASES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(WORKED_CASES.map(({ name }) => name)).size).toBe(WORKED_CASES.length);
  });

  test.each(WORKED_CASES.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    app.at(atLocal(one.at));
    const undo = await arrange(one);
    const narrative = `演示：${one.name}`;
    const { id } = await takeCall(dispatcher, {
      narrative,
      typeCode: one.typeCode,
      severity: one.severity,
      ...placeOf(one),
    });
    const given = one.ordered ? await order(dispatcher, id, ...one.ordered) : [];
    const { items } = (await dispatcher('recommendTeams', { params: { id } })).body;
    const raised = items.filter((team) => team.planLevel === 2 && !team.setAside).map((team) => team.teamCode);
    for (const { id: orderId } of given)
      await supervisor('recallOrder', { params: { id: orderId }, body: { reason: '演示' } });
    await supervisor('invalidateIncident', { params: { id }, body: { reason: '演示', code: 'other' } });
    await undo();

    expect(items.filter((team) => team.ticked).map((team) => team.teamCode)).toEqual(one.ticked);
    if (one.raised) expect(raised).toEqual(one.raised);
    if (one.offered) expect(items.find((team) => !team.ticked && !team.alreadyOrdered)?.teamCode).toBe(one.offered);
    for (const [code, words] of Object.entries(one.words ?? {})) {
      const { reasons } = items.find((team) => team.teamCode === code)!;
      for (const word of words) expect(reasons).toContainEqual(expect.stringMatching(`^${escaped(word)}`));
    }
  });
});

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
