import type { TargetPreview, PreviewTargets as Wanted } from '@liandong/shared/response-rule';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { owedByOrder } from '../obligations/obligation.rules.js';
import { type Area, findArea } from '../places/area.queries.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { chooseTargets } from '../targets/choose-targets.js';
import { rulesInForce } from '../targets/rules-in-force.queries.js';
import { freezeTarget } from '../targets/target.rules.js';
import { listTeams } from '../teams/team.queries.js';
import { knownTeams } from './order-request.js';

/** What an order would owe, team by team (all of them unless named), without issuing one: for whoever weighs a change of the rules. */
@Injectable()
export class PreviewTargets {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem bad-request: an unknown team, township or rule, or an instant before the county had rules */
  async run(wanted: Wanted): Promise<TargetPreview[]> {
    const tx = this.database.manager;
    const at = wanted.at ? new Date(wanted.at) : this.clock.now();
    await checkDrafts(tx, wanted, at);
    const area = await knownArea(tx, wanted);
    const codes = wanted.teamCodes && [...new Set(wanted.teamCodes)];
    const teams = codes ? await knownTeams(tx, codes) : await listTeams(this.database, at);
    const zone = this.config.COUNTY_TZ;
    const targets = await chooseTargets(tx, { teams, area, at, zone, drafts: wanted.drafts });
    const settings = await readSettings(tx);
    return teams.map((team, index) => {
      const target = freezeTarget(targets[index]!, at);
      const owed = owedByOrder(target.measure, at, target.seconds, settings);
      return {
        teamCode: team.code,
        teamShortName: team.shortName,
        target,
        obligations: owed
          .map(({ kind, dueAt }) => ({ kind, dueAt: dueAt?.toISOString() ?? null }))
          .sort((a, b) => clock(a) - clock(b)),
      };
    });
  }
}

/** Where a clock stands among others; one without fixed minutes comes last. */
const clock = ({ dueAt }: { dueAt: string | null }): number => (dueAt === null ? Infinity : Date.parse(dueAt));

async function checkDrafts(tx: EntityManager, { drafts }: Wanted, at: Date): Promise<void> {
  const rules = new Set((await rulesInForce(tx, at)).map((rule) => rule.ruleNo));
  if (rules.size === 0) throw Problem.field('at', '那时还没有时限规则');
  const unknown = drafts.findIndex((draft) => !rules.has(draft.ruleNo));
  if (unknown >= 0) throw Problem.field(`drafts.${unknown}.ruleNo`, '没有这条规则');
}

async function knownArea(tx: EntityManager, { location, townshipCode }: Wanted): Promise<Area> {
  const area = await findArea(tx, { location: location ?? null, townshipCode: townshipCode ?? null });
  if (townshipCode && !location && area.townshipCode === null) throw Problem.field('townshipCode', '没有这个乡镇街道');
  return area;
}
