import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../../test/app.js';
import { order, takeCall } from '../../test/factories.js';

describe('the event log', () => {
  const app = useApp();
  let dispatcher: Call;
  let auditor: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    auditor = await app.as('auditor');
  });

  test('positions have no gaps, in the order of commits, however many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => takeCall(dispatcher)));
    const items = await app.until(async () => {
      const { body } = await auditor('readTrail', { query: { limit: 1000 } });
      return body.items.filter((event) => event.type === 'incident.reported').length === 20 && body.items;
    });
    expect(items.map((event) => event.position)).toEqual(items.map((_, index) => index + 1));
    const { body } = await auditor('verifyTrail');
    expect(body).toEqual({ valid: true, checked: items.length, firstBroken: null });
  });

  test('nobody can change or remove what is written, not even in the database by ordinary means', async () => {
    await expect(app.source.query(`UPDATE event_log SET actor_name = 'x' WHERE position = 3`)).rejects.toThrow(
      'append-only',
    );
    await expect(app.source.query('DELETE FROM event_log WHERE position = 3')).rejects.toThrow('append-only');
  });

  test('who takes the lock off and changes one word is found out, with the place', async () => {
    await app.source.query('ALTER TABLE event_log DISABLE TRIGGER event_log_append_only');
    await app.source.query(`UPDATE event_log SET payload = payload || '{"severity":"IV"}' WHERE position = 7`);
    expect((await auditor('verifyTrail')).body).toEqual({ valid: false, checked: 6, firstBroken: 7 });
    await app.source.query('ALTER TABLE event_log ENABLE TRIGGER event_log_append_only');
  });

  test('a refused command leaves no event', async () => {
    const { id } = await takeCall(dispatcher);
    await order(dispatcher, id, 'S05');
    await dispatcher('issueOrders', { params: { id }, body: { teamCodes: ['P01', 'S05'] } });
    const { body } = await dispatcher('getIncident', { params: { id } });
    expect(body.timeline.filter((event) => event.type === 'order.issued')).toHaveLength(1);
  });
});
