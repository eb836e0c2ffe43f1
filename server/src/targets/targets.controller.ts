import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { groupBy } from '../platform/group-by.js';
import { EditDayHours } from './edit-day-hours.js';
import { EditRule } from './edit-rule.js';
import { dayHoursVersions, ruleVersions } from './rules-in-force.queries.js';
import { inForceAndPlanned } from './versions.rules.js';

/** The response rules and the day hours: reading, changing, taking back. */
@Controller()
export class TargetsController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly editRule: EditRule,
    private readonly editDayHours: EditDayHours,
  ) {}

  @ApiRoute('listResponseRules')
  async rules(@Input() { query }: Received<Api['listResponseRules']>) {
    const versions = await ruleVersions(this.database);
    if (query.history) return { items: versions };
    const byRule = groupBy(versions, (rule) => rule.ruleNo);
    return { items: [...byRule.values()].flatMap((rule) => inForceAndPlanned(rule, this.clock.now())) };
  }

  @ApiRoute('editResponseRule')
  edit(@Input() { params, body }: Received<Api['editResponseRule']>, @By() actor: Actor) {
    return this.editRule.run(params.ruleNo, body, actor);
  }

  @ApiRoute('withdrawResponseRule')
  withdraw(@Input() { params, body }: Received<Api['withdrawResponseRule']>, @By() actor: Actor) {
    return this.editRule.withdraw(params.ruleNo, params.version, body.reason, actor);
  }

  @ApiRoute('listDayHours')
  async dayHours() {
    return { items: await dayHoursVersions(this.database) };
  }

  @ApiRoute('editDayHours')
  editHours(@Input() { body }: Received<Api['editDayHours']>, @By() actor: Actor) {
    return this.editDayHours.run(body, actor);
  }

  @ApiRoute('withdrawDayHours')
  withdrawHours(@Input() { params, body }: Received<Api['withdrawDayHours']>, @By() actor: Actor) {
    return this.editDayHours.withdraw(params.version, body.reason, actor);
  }
}
