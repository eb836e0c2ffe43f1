import { describe, expect, test } from '@jest/globals';
import { useApp } from '../../test/app.js';
import { writeExperts } from '../experts/write-experts.js';
import { writeEquipment } from './write-equipment.js';

describe('a list of equipment or experts is brought in', () => {
  const app = useApp();

  test('new items are added, known ones replaced; a retired one is in use again; twice is once', async () => {
    const pump = { teamCode: 'S03', category: '水泵', name: '移动泵车', quantity: 2, placeText: '县防汛仓库' };
    const boat = {
      teamCode: null,
      category: '船艇',
      name: '冲锋舟',
      quantity: 4,
      location: { type: 'Point' as const, coordinates: [120.7, 28.85] as [number, number] },
    };
    expect(await app.source.transaction((tx) => writeEquipment(tx, [pump, boat, pump]))).toEqual({
      added: 2,
      replaced: 0,
    });
    await app.source.query(`UPDATE equipment SET retired_at = now() WHERE name = '移动泵车'`);
    const again = await app.source.transaction((tx) => writeEquipment(tx, [{ ...pump, quantity: 3 }, boat]));
    expect(again).toEqual({ added: 0, replaced: 2 });
    const rows = await app.source.query(
      `SELECT name, quantity, unit, condition, retired_at, round(ST_X(location::geometry)::numeric, 2)::text AS lon
       FROM equipment WHERE name IN ('移动泵车', '冲锋舟') AND place_text IN ('县防汛仓库', '') ORDER BY quantity`,
    );
    expect(rows).toEqual([
      { name: '移动泵车', quantity: 3, unit: '件', condition: 'good', retired_at: null, lon: null },
      { name: '冲锋舟', quantity: 4, unit: '件', condition: 'good', retired_at: null, lon: '120.70' },
    ]);
  });

  test('experts are known by name and phone', async () => {
    const person = { name: '演示-新专家', category: '公共卫生' as const, specialty: '食物中毒', phone: '10039990001' };
    expect(await app.source.transaction((tx) => writeExperts(tx, [person]))).toEqual({ added: 1, replaced: 0 });
    const better = { ...person, unit: '县人民医院', morePhones: [{ phone: '10039990002', label: '家庭' }] };
    expect(await app.source.transaction((tx) => writeExperts(tx, [better]))).toEqual({ added: 0, replaced: 1 });
    const [row] = await app.source.query(
      `SELECT unit, more_phones AS "morePhones" FROM experts WHERE phone = '10039990001'`,
    );
    expect(row).toEqual({ unit: '县人民医院', morePhones: [{ phone: '10039990002', label: '家庭' }] });
  });
});
