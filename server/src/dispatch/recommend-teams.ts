import type { Recommendation } from '@liandong/shared/order';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { readIncident } from '../incidents/incident.queries.js';
import { IncidentTypes } from '../incidents/incident-types.js';
import { findArea } from '../places/area.queries.js';
import { Clock } from '../platform/clock.js';
import { chooseTargets } from '../targets/choose-targets.js';
import { planSteps, type TeamForIncident, teamsForIncident } from './recommend.queries.js';
import { rank } from './recommend.rules.js';

/** Who should go, with the reasons and the target each would get if ordered now. */
@Injectable()
export class RecommendTeams {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly types: IncidentTypes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found */
  async run(incidentId: string): Promise<Recommendation[]> {
    const now = this.clock.now();
    const incident = await readIncident(this.database, incidentId);
    const [teams, steps, types, area] = await Promise.all([
      teamsForIncident(this.database, incidentId, now),
      planSteps(this.database, incident.type?.code ?? null),
      this.types.all(),
      findArea(this.database.manager, incident),
    ]);
    const wanted = types.find((type) => type.code === incident.type?.code)?.specialties ?? [];
    const targets = await chooseTargets(this.database, { teams, area, at: now, zone: this.config.COUNTY_TZ });
    const candidates = teams.map((team, index) => {
      const local = isLocal(team, incident.townshipCode);
      const step = steps.findIndex((one) => ('team' in one ? one.team === team.code : local));
      return {
        ...team,
        teamCode: team.code,
        local,
        planStep: step < 0 ? null : step + 1,
        matched: team.specialties.filter((code) => wanted.includes(code)).map((code) => SPECIALTY_WORDS[code] ?? code),
        target: targets[index]!,
      };
    });
    return rank(candidates).map((team) => ({
      teamCode: team.teamCode,
      teamName: team.name,
      teamShortName: team.shortName,
      rank: team.rank,
      planStep: team.planStep,
      ticked: team.ticked,
      onDuty: team.onDuty !== null,
      committed: team.committed,
      alreadyOrdered: team.alreadyOrdered,
      distanceKm: team.distanceKm,
      reasons: team.reasons,
      target: team.target,
    }));
  }
}

/** The township's own 综合应急救援分队: the team whose very job is that township. */
function isLocal(team: TeamForIncident, townshipCode: string | null): boolean {
  return townshipCode !== null && team.townshipCode === townshipCode && team.specialties.includes('local');
}
