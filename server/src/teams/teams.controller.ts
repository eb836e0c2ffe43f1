import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { groupBy } from '../platform/group-by.js';
import { Problem } from '../platform/problem.js';
import { inForceAndPlanned } from '../targets/versions.rules.js';
import { EditStrengthRule } from './edit-strength-rule.js';
import { EditTeam } from './edit-team.js';
import { refuseForeign } from './held.js';
import { readHistory } from './history.queries.js';
import { strengthRuleVersions } from './strength.queries.js';
import { readTeam } from './team.queries.js';

/** Teams and how strong they must be. Retiring one asks the orders first and is theirs. */
@Controller()
export class TeamsController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly editTeam: EditTeam,
    private readonly editStrength: EditStrengthRule,
  ) {}

  @ApiRoute('addTeam')
  add(@Input() { body }: Received<Api['addTeam']>, @By() actor: Actor) {
    return this.editTeam.add(body, actor);
  }

  @ApiRoute('editTeam')
  edit(@Input() { params, body }: Received<Api['editTeam']>, @By() actor: Actor) {
    return this.editTeam.run(params.code, body, actor);
  }

  @ApiRoute('restoreTeam')
  restore(@Input() { params, body }: Received<Api['restoreTeam']>, @By() actor: Actor) {
    return this.editTeam.restore(params.code, body.reason, actor);
  }

  @ApiRoute('getOwnTeam')
  async own(@Input() { params }: Received<Api['getOwnTeam']>, @By() actor: Actor) {
    refuseForeign(actor, params.code);
    const team = await readTeam(this.database, params.code, this.clock.now());
    if (!team) throw new Problem('not-found', { detail: '没有这支队伍' });
    return team;
  }

  @ApiRoute('teamHistory')
  async history(@Input() { params, query }: Received<Api['teamHistory']>) {
    const [team] = await this.database.query('SELECT 1 FROM teams WHERE code = $1', [params.code]);
    if (!team) throw new Problem('not-found', { detail: '没有这支队伍' });
    return { items: await readHistory(this.database, { ...params, ...query }) };
  }

  @ApiRoute('listStrengthRules')
  async rules(@Input() { query }: Received<Api['listStrengthRules']>) {
    const versions = await strengthRuleVersions(this.database);
    if (query.history) return { items: versions };
    const byScope = groupBy(versions, (rule) => rule.scope);
    return { items: [...byScope.values()].flatMap((rules) => inForceAndPlanned(rules, this.clock.now())) };
  }

  @ApiRoute('editStrengthRule')
  editRule(@Input() { params, body }: Received<Api['editStrengthRule']>, @By() actor: Actor) {
    return this.editStrength.run(params.scope, body, actor);
  }

  @ApiRoute('withdrawStrengthRule')
  withdrawRule(@Input() { params, body }: Received<Api['withdrawStrengthRule']>, @By() actor: Actor) {
    return this.editStrength.withdraw(params.scope, params.version, body.reason, actor);
  }
}
