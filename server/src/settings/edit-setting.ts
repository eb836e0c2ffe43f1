import type { SettingView, EditSetting as Wanted } from '@liandong/shared/response-rule';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { Setting } from './setting.entity.js';
import { readSettings, settingViews } from './settings.queries.js';
import { whyNotSet } from './settings.rules.js';
import type { SettingKey } from './settings.table.js';

/** Change one number of the county, with a reason; it holds from now on. */
@Injectable()
export class EditSetting {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, bad-request (not whole, out of range, out of line with another number) */
  run(key: string, wanted: Wanted, actor: Actor): Promise<SettingView> {
    return this.transactions.run(async (tx) => {
      // One change at a time: some numbers must stay smaller than others.
      await tx.query('LOCK TABLE settings IN SHARE ROW EXCLUSIVE MODE');
      const before = (await settingViews(tx)).find((setting) => setting.key === key);
      if (!before) throw new Problem('not-found', { detail: '没有这一项数值' });
      const wrong = whyNotSet(key as SettingKey, wanted.value, await readSettings(tx));
      if (wrong) throw Problem.field('value', wrong);
      const after = { ...before, value: wanted.value, basis: wanted.basis ?? before.basis };
      const { unit, basis, value } = after;
      await tx.upsert(Setting, { key, value, unit, basis }, ['key']);
      const change = { before: content(before), after: content(after), reason: wanted.reason };
      await appendEvent(tx, {
        at: this.clock.now(),
        type: 'setting.edited',
        actor,
        payload: { key, title: after.title, unit, ...change },
      });
      return after;
    });
  }
}

const content = ({ value, basis }: SettingView) => ({ value, basis });
