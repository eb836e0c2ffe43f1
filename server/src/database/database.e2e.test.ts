import { describe, expect, test } from '@jest/globals';
import { useApp } from '../../test/app.js';

describe('the schema', () => {
  const app = useApp();

  test('entities = migrations: nothing would have to be changed to make the tables fit the entities', async () => {
    const { upQueries } = await app.source.driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });

  test('PostGIS measures metres on the earth', async () => {
    const [row] = await app.source.query(
      `SELECT ST_Distance(ST_MakePoint(120.7310, 28.8539)::geography, ST_MakePoint(120.472, 28.733)::geography) AS metres`,
    );
    expect(Math.round(row.metres / 100)).toBe(286);
  });
});
