import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { readCalendar } from './calendar.queries.js';
import { ownTeam } from './roster.queries.js';
import { listStandings } from './standing.queries.js';

const LONGEST_MS = 100 * 86_400_000;
/** A team sees its own roster alone; the hall sees all. */
const seenBy = (actor: Actor): string | null => (actor.role === 'team' ? (actor.teamCode ?? '') : null);

/** What the calendar shows. */
@Controller()
export class DutyController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  @ApiRoute('dutyCalendar')
  calendar(@Input() { query }: Received<Api['dutyCalendar']>, @By() actor: Actor) {
    ownTeam(actor, query.teamCode);
    const range = { startsAt: new Date(query.from), endsAt: new Date(query.to) };
    const long = range.endsAt.getTime() - range.startsAt.getTime();
    if (long <= 0 || long > LONGEST_MS) throw Problem.field('to', '须在起之后，且不超过一百天');
    return readCalendar(this.database, query.teamCode, range, this.clock.now());
  }

  @ApiRoute('dutyStandings')
  async standings(@Input() { query }: Received<Api['dutyStandings']>, @By() actor: Actor) {
    const now = this.clock.now();
    return { items: await listStandings(this.database, seenBy(actor), query.at ? new Date(query.at) : now, now) };
  }

  @ApiRoute('dutyGaps')
  async gaps(@By() actor: Actor) {
    const now = this.clock.now();
    const standings = await listStandings(this.database, seenBy(actor), now, now);
    return { items: standings.flatMap(({ gaps }) => gaps).sort((a, b) => a.startsAt.localeCompare(b.startsAt)) };
  }
}
