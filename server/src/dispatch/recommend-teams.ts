import type { IncidentView } from '@liandong/shared/incident';
import type { Recommendation, Recommendations } from '@liandong/shared/order';
import type { PlanLevel } from '@liandong/shared/plan';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { readIncident } from '../incidents/incident.queries.js';
import { IncidentTypes } from '../incidents/incident-types.js';
import { findArea } from '../places/area.queries.js';
import type { ResponsePlan } from '../plans/plan.entity.js';
import { planInForce } from '../plans/plan.queries.js';
import { requiredAt } from '../plans/plan.rules.js';
import { Clock } from '../platform/clock.js';
import { readSettings } from '../settings/settings.queries.js';
import { chooseTargets } from '../targets/choose-targets.js';
import { detourAt, raisedSoFar, type Scene, teamsFor } from './recommend.queries.js';
import { rank } from './recommend.rules.js';
import { RoadTimes } from './road-times.js';
import { standTeams, withPlaces } from './stand-teams.js';
import { minutesOver } from './travel.rules.js';

/** Something that happens, or is thought of. */
export type Happening = Scene & { typeCode: string | null; severity: string };

type Ranked = Awaited<ReturnType<RecommendTeams['of']>>['ranked'];

/** Who should go, with the reasons and the target each would get if ordered now. */
@Injectable()
export class RecommendTeams {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly types: IncidentTypes,
    private readonly roads: RoadTimes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found */
  async run(incidentId: string): Promise<Recommendations> {
    const incident = await readIncident(this.database, incidentId);
    const [{ plan, ranked }, { level, promised }] = await Promise.all([
      this.of(happening(incident)),
      raisedSoFar(this.database, incidentId),
    ]);
    const items = (level > 1 ? rank(ranked, level) : ranked).map(recommendation);
    return { items, plan: plan && { ...planWords(plan), level, promised } };
  }

  /**
   * The plan that holds for something now, and every team ranked for it.
   * @param levels of a plan somebody only thinks of, in place of the one in force
   */
  async of(what: Happening, levels?: readonly PlanLevel[]) {
    const at = this.clock.now();
    const [plan, teams] = await Promise.all([planInForce(this.database, what, at), this.teams(what, at)]);
    return { plan, ranked: rank(withPlaces(levels ?? plan?.levels ?? [], teams)) };
  }

  private async teams(what: Happening, at: Date) {
    const { database } = this;
    const [types, numbers, area, rows, there] = await Promise.all([
      this.types.all(),
      readSettings(database),
      findArea(database.manager, what),
      teamsFor(database, what, at),
      detourAt(database, what.townshipCode),
    ]);
    const wanted = types.find((type) => type.code === what.typeCode)?.specialties ?? [];
    const [roads, targets] = await Promise.all([
      what.location && this.roads.to(what.location, rows),
      chooseTargets(database, { teams: rows, area, at, zone: this.config.COUNTY_TZ }),
    ]);
    const standing = standTeams(rows, { wanted, numbers, there, townshipCode: what.townshipCode, roads });
    return standing.map((one, index) => ({
      ...one,
      distanceKm: one.team.distanceKm,
      strength: one.team.strength,
      minimumStrength: one.team.minimumStrength,
      target: targets[index]!,
      over: minutesOver(targets[index]!, one.expected, numbers),
    }));
  }
}

const happening = ({ id, type, severity, location, townshipCode }: IncidentView): Happening => ({
  incidentId: id,
  typeCode: type?.code ?? null,
  severity,
  location,
  townshipCode,
});

const planWords = ({ code, version, name, taskText, levels }: ResponsePlan) => ({
  code,
  version,
  name,
  taskText,
  levels: levels.map((_, index) => ({ level: index + 1, requiredStrength: requiredAt(levels, index + 1) })),
});

const recommendation = ({ team, place, ...one }: Ranked[number]): Recommendation => ({
  teamCode: one.teamCode,
  teamName: team.name,
  teamShortName: team.shortName,
  rank: one.rank,
  planStep: place?.step ?? null,
  planLevel: place?.level ?? null,
  ticked: one.ticked,
  onDuty: one.onDuty !== null,
  committed: one.committed,
  alreadyOrdered: one.alreadyOrdered,
  setAside: one.setAside,
  distanceKm: one.distanceKm,
  expectedMinutes: one.expected?.minutes ?? null,
  expectedBy: one.expected?.by ?? null,
  meetsTarget: one.over === null ? null : one.over === 0,
  strength: one.strength,
  reasons: one.reasons,
  target: one.target,
});
