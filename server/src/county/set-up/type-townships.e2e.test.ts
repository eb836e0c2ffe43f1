import { describe, expect, test } from '@jest/globals';
import { useNewCounty } from '../../../test/app.js';
import { makeAdministrator } from '../../../test/new-county.js';

describe('townships without Excel', () => {
  const app = useNewCounty();
  const type = async (text: string, around?: { lon: number; lat: number }) =>
    (await app.as('admin'))('typeTownships', { body: { text, around } });
  const known = async () =>
    (await (await app.as('admin'))('listTownships')).body.items.map(({ code, name, urban }) => [code, name, urban]);

  test('a line that cannot be read is named with what is wrong, and nothing of the list is written', async () => {
    await makeAdministrator(app);
    const refused = await type('云台街道 城区\n青石镇 大概');
    expect([refused.status, refused.problem.fields]).toEqual([
      400,
      [{ path: 'lines.2', message: '第 2 行：有看不懂的词；一行只写一个乡镇街道' }],
    ]);
    const lost = await type('云台街道 城区\n青石镇');
    expect([lost.status, lost.problem.fields?.[0]?.path]).toEqual([400, 'around']);
    expect(await known()).toEqual([]);
  });

  test('names alone make townships with codes and areas; their seats are sketched, and the county cannot begin with that', async () => {
    const { status, body } = await type('云台街道 城区\n青石镇\n云岭乡 205\n白水镇', { lon: 118.4, lat: 27.4 });
    expect(status).toBe(200);
    expect(body.counts).toMatchObject({ townships: 4, urbanTownships: 1 });
    expect(await known()).toEqual([
      ['001', '云台街道', true],
      ['100', '青石镇', false],
      ['101', '白水镇', false],
      ['205', '云岭乡', false],
    ]);
    expect(body.gaps).toContainEqual(
      expect.objectContaining({ code: 'seats', must: true, subjects: ['云台街道', '青石镇', '白水镇', '云岭乡'] }),
    );
    const told = await app.source.query(`SELECT 1 FROM event_log WHERE type = 'county.townships_typed'`);
    expect(told.length).toBe(1);
  });

  test('the same names with their points put the seats right; what is not mentioned stays', async () => {
    const { body } = await type('青石镇 118.42 27.41\n云岭乡 118.52 27.31 城区');
    expect(body.gaps.find(({ code }) => code === 'seats')?.subjects).toEqual(['云台街道', '白水镇']);
    const { items } = (await (await app.as('admin'))('listTownships')).body;
    expect(items.map(({ name, urban }) => [name, urban])).toContainEqual(['云岭乡', true]);
    expect(items.find(({ name }) => name === '青石镇')?.seat).toEqual({ lon: 118.42, lat: 27.41 });
  });

  test('a code that belongs to another township is refused by its line', async () => {
    const refused = await type('白塔镇 100 118.5 27.5\n云岭乡 206');
    expect(refused.problem.fields?.map(({ message }) => message)).toEqual([
      '第 1 行：编码 100 已是青石镇',
      '第 2 行：云岭乡的编码已是 205',
    ]);
  });
});
