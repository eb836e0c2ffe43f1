import type { SetupView } from '@liandong/shared/county-set-up';
import { readTownshipList, type TownshipLine, type TypeTownships as Wanted } from '@liandong/shared/township-list';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import { Gazetteer } from '../../places/gazetteer.js';
import { writeTownships } from '../../places/write-townships.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { holdCounty, readTownships } from '../imports/base.queries.js';
import { readSetup } from './set-up.queries.js';
import { clash, FAULT_WORDS, type KnownTownship, middleOf, needsMiddle, townshipsOf } from './township-list.rules.js';

/** More than any county has, and fewer than there are codes. */
const MOST = 300;

/** Townships by a typed list: new ones are added, known ones changed, none is taken away. All lines or none. */
@Injectable()
export class TypeTownships {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly gazetteer: Gazetteer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem bad-request (`lines.3`: what is wrong with the third line; `around`) */
  async run({ text, around }: Wanted, actor: Actor): Promise<SetupView> {
    const { rows, faults } = readTownshipList(text);
    refuse(faults.map(({ line, fault }) => ({ line, message: FAULT_WORDS[fault] })));
    if (rows.length > MOST) throw Problem.field('text', `一次最多 ${MOST} 行`);
    if (rows.length === 0) throw Problem.field('text', '请填写乡镇街道，一行一个');
    const at = this.clock.now();
    const setup = await this.transactions.run(async (tx) => {
      await holdCounty(tx);
      const known = await readTownships(tx);
      refuseClashes(rows, known);
      const middle = middleOf(known, around);
      if (middle === null && needsMiddle(rows, known))
        throw Problem.field('around', '有的行没有坐标：请填县城的大致位置，没有坐标的驻地先示意排在它周围');
      const townships = townshipsOf(rows, known, middle);
      await writeTownships(tx, townships);
      const told = townships.map(({ code, name, urban, seatGrade }) => ({ code, name, urban, seatGrade }));
      await appendEvent(tx, { at, type: 'county.townships_typed', actor, payload: { townships: told } });
      return readSetup(tx, this.config, at);
    });
    this.gazetteer.forget();
    return setup;
  }
}

function refuseClashes(rows: readonly TownshipLine[], known: readonly KnownTownship[]): void {
  const wrong = rows.map((row) => ({ line: row.line, message: clash(row, known) }));
  refuse(wrong.flatMap(({ line, message }) => (message === null ? [] : [{ line, message }])));
}

function refuse(wrong: readonly { line: number; message: string }[]): void {
  if (wrong.length === 0) return;
  throw new Problem('bad-request', {
    fields: wrong.map(({ line, message }) => ({ path: `lines.${line}`, message: `第 ${line} 行：${message}` })),
  });
}
