import type { PlanTrial, TryPlan as Wanted } from '@liandong/shared/plan';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IncidentTypes } from '../incidents/incident-types.js';
import { findArea } from '../places/area.queries.js';
import { Problem } from '../platform/problem.js';
import { RecommendTeams } from './recommend-teams.js';

/** "An incident of this type, severity, here, now, would call …", by the plans in force or by levels somebody thinks of. */
@Injectable()
export class TryPlan {
  constructor(
    private readonly database: DataSource,
    private readonly types: IncidentTypes,
    private readonly recommend: RecommendTeams,
  ) {}

  /** @throws Problem bad-request: an unknown type or township */
  async run({ typeCode, severity, levels, location, townshipCode }: Wanted): Promise<PlanTrial> {
    if (!(await this.types.all()).some((type) => type.code === typeCode))
      throw Problem.field('typeCode', '没有这个警情类型');
    const place = { location: location ?? null, townshipCode: townshipCode ?? null };
    const area = await findArea(this.database.manager, place);
    if (townshipCode && !location && area.townshipCode === null)
      throw Problem.field('townshipCode', '没有这个乡镇街道');
    const what = { ...place, townshipCode: area.townshipCode, incidentId: null, typeCode, severity };
    const { plan, ranked } = await this.recommend.of(what, levels);
    const teams = ranked.flatMap(({ place: called, team, ...one }) =>
      called === null
        ? []
        : {
            teamCode: team.code,
            teamShortName: team.shortName,
            level: called.level,
            ticked: one.ticked,
            expectedMinutes: one.expected?.minutes ?? null,
            reasons: one.reasons,
            target: one.target,
          },
    );
    return { plan: plan && { code: plan.code, version: plan.version, name: plan.name }, teams };
  }
}
