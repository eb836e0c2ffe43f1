import { createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { isComingUp, onceUp } from './coming-up.js';

const fault = (code: string): Error => Object.assign(new Error(code), { code });

describe('a start whose database is not up yet', () => {
  test.each(['57P03', 'ECONNREFUSED', 'ECONNRESET'])(
    'tries again after %s, says once that it waits, and goes on',
    async (code) => {
      const answers = [fault(code), fault(code), 'open'];
      const said: string[] = [];
      const attempt = async () => {
        const next = answers.shift();
        if (next instanceof Error) throw next;
        return next;
      };
      expect(await onceUp(attempt, 60_000, () => said.push('waiting'))).toBe('open');
      expect(said).toEqual(['waiting']);
    },
  );

  test.each(['28P01', '3D000', 'ENOTFOUND'])('does not wait after %s: that does not mend by itself', async (code) => {
    let tries = 0;
    const attempt = async () => {
      tries += 1;
      throw fault(code);
    };
    await expect(onceUp(attempt, 60_000, () => {})).rejects.toThrow(code);
    expect(tries).toBe(1);
  });

  test('gives up when its patience is over', async () => {
    await expect(
      onceUp(
        () => Promise.reject(fault('57P03')),
        0,
        () => {},
      ),
    ).rejects.toThrow('57P03');
  });

  test('an address where nobody listens is such a one', async () => {
    const probe = createServer();
    await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
    const { port } = probe.address() as { port: number };
    await new Promise((done) => probe.close(done));
    const error = await new pg.Client({ host: '127.0.0.1', port }).connect().catch((one: unknown) => one);
    expect(isComingUp(error)).toBe(true);
  });
});
