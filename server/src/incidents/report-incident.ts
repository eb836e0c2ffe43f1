import type { LonLat } from '@liandong/shared/basics';
import type { CreateIncident, IncidentTypeView, IncidentView, Severity } from '@liandong/shared/incident';
import { localDateDigits } from '@liandong/shared/local-time';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { toPoint } from '../database/columns.js';
import { insertTogether, rowsOf } from '../database/insert-rows.js';
import { isDuplicate, Transactions } from '../database/transaction.js';
import { eventRows } from '../events/append-event.js';
import { obligationRows } from '../obligations/open-obligations.js';
import { type Area, findArea } from '../places/area.queries.js';
import { toWgs84 } from '../places/datum.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import type { Settings } from '../settings/settings.table.js';
import { classify } from './classify.rules.js';
import { CommandPosts } from './command-posts.js';
import { Call, Incident } from './incident.entity.js';
import { readIncident } from './incident.queries.js';
import { IncidentTypes } from './incident-types.js';
import { gradeOf, isMajor } from './major.rules.js';
import { owedUpward } from './owe-reports.js';

/** A call is taken and becomes an incident: a number, a type, a place, a place in the log. */
@Injectable()
export class ReportIncident {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly types: IncidentTypes,
    private readonly posts: CommandPosts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The same `clientId` again answers the incident that is already there. @throws Problem bad-request on an unknown type or township */
  async run(call: CreateIncident, actor: Actor): Promise<IncidentView> {
    const taken = await this.weigh(call);
    return this.transactions
      .statement((tx) => this.store(tx, taken, actor))
      .catch((error) => this.orKnown(call, error));
  }

  /** Everything about a call that is found out before it is written down. */
  async weigh(call: CreateIncident): Promise<Taken> {
    const location = call.location ? toWgs84(call.location, call.datum) : null;
    const { type, severity } = await this.typeOf(call);
    const reported = gradeOf({ severity, markedMajor: false }) !== null;
    const [area, number, command, settings] = await Promise.all([
      findArea(this.database.manager, { location, townshipCode: call.townshipCode ?? null }),
      this.nextNumber(),
      this.posts.of(type?.incidentClass ?? null),
      reported ? readSettings(this.database) : null,
    ]);
    if (call.townshipCode && !location && area.townshipCode === null)
      throw Problem.field('townshipCode', '没有这个乡镇街道');
    return { call, location, area, number, type, severity, command, settings };
  }

  /** The same call sent twice: what the first one made. */
  async orKnown(call: CreateIncident, error: unknown): Promise<IncidentView> {
    if (!call.clientId || !isDuplicate(error, 'incidents_client')) throw error;
    return this.findByClientId(call.clientId);
  }

  private async findByClientId(clientId: string): Promise<IncidentView> {
    const [row] = await this.database.query('SELECT id FROM incidents WHERE client_id = $1', [clientId]);
    return readIncident(this.database, row.id);
  }

  private async typeOf(call: CreateIncident) {
    const types = await this.types.all();
    if (call.typeCode !== undefined) {
      const type = types.find((one) => one.code === call.typeCode);
      if (!type) throw Problem.field('typeCode', '没有这种警情类型');
      return { type, severity: call.severity ?? type.defaultSeverity };
    }
    const [best] = classify(call.narrative, types);
    const type = types.find((one) => one.code === best?.code) ?? null;
    return { type, severity: call.severity ?? best?.severity ?? ('IV' as const) };
  }

  /**
   * Taken outside the transaction: callers of the same second do not wait for each other's commit, and a number may be
   * skipped. It need not reach the disk by itself: the incident's own commit, which carries it, does so for both.
   */
  private async nextNumber(): Promise<string> {
    const day = localDateDigits(this.clock.now(), this.config.COUNTY_TZ);
    const [row] = await this.database.query(
      `WITH light AS (SELECT set_config('synchronous_commit', 'off', true))
       INSERT INTO daily_numbers (day, last) SELECT $1, 1 FROM light ON CONFLICT (day) DO UPDATE SET last = daily_numbers.last + 1 RETURNING last`,
      [day],
    );
    return `${day}-${String(row.last).padStart(4, '0')}`;
  }

  /** Incident, call, event and the first reports it owes, in one statement. */
  async store(tx: EntityManager, taken: Taken, actor: Actor): Promise<IncidentView> {
    const now = this.clock.now();
    const incident = incidentRow(taken, now, actor);
    const { number, channel, severity, id: incidentId } = incident;
    const { type, area, call } = taken;
    const place = call.placeText ?? area.townshipName;
    const payload = { number, channel, severity, type: type?.name ?? null, place, narrative: call.narrative };
    const { settings } = taken;
    const graded = { severity, markedMajor: false };
    const owed = settings ? [obligationRows(owedUpward(incidentId, graded, now, settings), settings)] : [];
    await insertTogether(tx, [
      rowsOf(Incident, [incident]),
      rowsOf(Call, [callRow(call, incident, actor)]),
      ...owed,
      eventRows([{ at: now, type: 'incident.reported', actor, incidentId, payload }]),
    ]);
    return viewOf(incident, taken);
  }
}

/** Everything known of a call when it is written down. */
export interface Taken {
  call: CreateIncident;
  type: IncidentTypeView | null;
  severity: Severity;
  area: Area;
  location: LonLat | null;
  number: string;
  command: { post: string; commander: { name: string; phone: string } | null };
  /** Null: too small to be reported upward. */
  settings: Settings | null;
}

function incidentRow({ call, type, severity, area, location, number, command }: Taken, now: Date, actor: Actor) {
  return {
    id: newId(),
    number,
    status: 'open' as const,
    typeCode: type?.code ?? null,
    severity,
    narrative: call.narrative,
    placeText: call.placeText ?? null,
    townshipCode: area.townshipCode,
    location: location && toPoint(location),
    warnings: warningsOf(area),
    drill: call.drill,
    channel: call.channel,
    receivedAt: now,
    occurredAt: call.occurredAt ? new Date(call.occurredAt) : null,
    sceneCommand: command.post,
    // Left to the column's default where there is nothing to say: fewer columns travel.
    ...(command.commander ? { sceneCommander: command.commander } : {}),
    ...(actor.role === 'team' ? { originTeamCode: actor.teamCode } : {}),
    clientId: call.clientId ?? null,
  };
}

type IncidentRow = ReturnType<typeof incidentRow>;

const callRow = (call: CreateIncident, incident: IncidentRow, actor: Actor) => ({
  id: newId(),
  number: `${incident.number}/1`,
  incidentId: incident.id,
  channel: call.channel,
  callerPhone: call.callerPhone?.replace(/[ -]/g, '') ?? null,
  callerName: call.callerName ?? null,
  narrative: call.narrative,
  placeText: call.placeText ?? null,
  receivedAt: incident.receivedAt,
  takenById: actor.accountId,
  takenBy: actor.name,
});

export function warningsOf(area: Area): string[] {
  if (area.townshipCode !== null) return [];
  return [area.located ? '地点在县界以外：邻县求助，请与对方指挥中心核对' : '地点未明：时限按较严的到场标准'];
}

/** The answer is what was just written; reading it back would only cost time. */
function viewOf(incident: IncidentRow, { type, area, location }: Taken): IncidentView {
  const { typeCode: _, clientId: __, occurredAt: ___, ...shown } = incident;
  return {
    ...shown,
    type: type && { code: type.code, name: type.name, incidentClass: type.incidentClass },
    townshipName: area.townshipName,
    location,
    receivedAt: incident.receivedAt.toISOString(),
    firstIssuedAt: null,
    closedAt: null,
    endReason: null,
    leadTeamCode: null,
    sceneCommander: incident.sceneCommander ?? null,
    originTeamCode: incident.originTeamCode ?? null,
    markedMajor: false,
    major: isMajor({ severity: incident.severity, markedMajor: false }),
    mergedInto: null,
    centreTookAt: null,
  };
}
