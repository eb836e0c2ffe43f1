import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { groupBy } from '../platform/group-by.js';
import { inForceAndPlanned } from '../targets/versions.rules.js';
import { Detours } from './detours.js';
import { EditPlan } from './edit-plan.js';
import { planVersions, planView } from './plan.queries.js';
import { SetAside } from './set-aside.js';

/** 预案, 绕行系数, 停勤: reading and changing. */
@Controller()
export class PlansController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly editPlan: EditPlan,
    private readonly detours: Detours,
    private readonly setAside: SetAside,
  ) {}

  @ApiRoute('listResponsePlans')
  async plans(@Input() { query }: Received<Api['listResponsePlans']>) {
    const versions = await planVersions(this.database);
    if (query.history) return { items: versions.map(planView) };
    const byPlan = [...groupBy(versions, (plan) => plan.code).values()];
    return { items: byPlan.flatMap((plan) => inForceAndPlanned(plan, this.clock.now())).map(planView) };
  }

  @ApiRoute('createResponsePlan')
  async create(@Input() { body }: Received<Api['createResponsePlan']>, @By() actor: Actor) {
    return planView(await this.editPlan.create(body, actor));
  }

  @ApiRoute('editResponsePlan')
  async edit(@Input() { params, body }: Received<Api['editResponsePlan']>, @By() actor: Actor) {
    return planView(await this.editPlan.edit(params.code, body, actor));
  }

  @ApiRoute('withdrawResponsePlan')
  async withdraw(@Input() { params, body }: Received<Api['withdrawResponsePlan']>, @By() actor: Actor) {
    return planView(await this.editPlan.withdraw(params.code, params.version, body.reason, actor));
  }

  @ApiRoute('listDetours')
  async listDetours() {
    return { items: await this.detours.list() };
  }

  @ApiRoute('editDetour')
  editDetour(@Input() { params, body }: Received<Api['editDetour']>, @By() actor: Actor) {
    return this.detours.edit(params.code, body, actor);
  }

  @ApiRoute('setTeamAside')
  aside(@Input() { params, body }: Received<Api['setTeamAside']>, @By() actor: Actor) {
    return this.setAside.run(params.code, body, actor);
  }

  @ApiRoute('returnTeam')
  back(@Input() { params, body }: Received<Api['returnTeam']>, @By() actor: Actor) {
    return this.setAside.back(params.code, body.reason, actor);
  }
}
