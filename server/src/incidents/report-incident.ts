import type { CreateIncident, IncidentView } from '@liandong/shared/incident';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { toPoint } from '../database/columns.js';
import { insertRows } from '../database/insert-rows.js';
import { isDuplicate, Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { type Area, findArea } from '../places/area.queries.js';
import { toWgs84 } from '../places/datum.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { localDateDigits } from '../platform/local-time.js';
import { Problem } from '../platform/problem.js';
import { classify } from './classify.rules.js';
import { Call, Incident } from './incident.entity.js';
import { readIncident } from './incident.queries.js';
import { IncidentTypes } from './incident-types.js';
import { sceneCommandPost } from './scene-command.rules.js';

/** A call is taken and becomes an incident: a number, a type, a place, a place in the log. */
@Injectable()
export class ReportIncident {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly types: IncidentTypes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The same `clientId` again answers the incident that is already there. @throws Problem bad-request on an unknown type or township */
  async run(call: CreateIncident, actor: Actor): Promise<IncidentView> {
    const known = call.clientId && (await this.findByClientId(call.clientId));
    if (known) return known;
    const type = await this.typeOf(call);
    const number = await this.nextNumber();
    try {
      return await this.transactions.run((tx) => this.store(tx, call, type, number, actor));
    } catch (error) {
      if (!isDuplicate(error, 'incidents_client')) throw error;
      return (await this.findByClientId(call.clientId!))!;
    }
  }

  private async findByClientId(clientId: string): Promise<IncidentView | null> {
    const [row] = await this.database.query('SELECT id FROM incidents WHERE client_id = $1', [clientId]);
    return row ? readIncident(this.database, row.id) : null;
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

  /** Taken outside the transaction: callers of the same second do not wait for each other's commit. A number may be skipped. */
  private async nextNumber(): Promise<string> {
    const day = localDateDigits(this.clock.now(), this.config.COUNTY_TZ);
    const [row] = await this.database.query(
      `INSERT INTO daily_numbers (day, last) VALUES ($1, 1) ON CONFLICT (day) DO UPDATE SET last = daily_numbers.last + 1 RETURNING last`,
      [day],
    );
    return `${day}-${String(row.last).padStart(4, '0')}`;
  }

  private async store(
    tx: EntityManager,
    call: CreateIncident,
    { type, severity }: Awaited<ReturnType<ReportIncident['typeOf']>>,
    number: string,
    actor: Actor,
  ): Promise<IncidentView> {
    const now = this.clock.now();
    const location = call.location ? toWgs84(call.location, call.datum) : null;
    const area = await findArea(tx, { location, townshipCode: call.townshipCode ?? null });
    if (call.townshipCode && !location && area.townshipCode === null)
      throw Problem.field('townshipCode', '没有这个乡镇街道');
    const incident = {
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
      sceneCommand: sceneCommandPost(type?.incidentClass ?? null),
      clientId: call.clientId ?? null,
    };
    await insertRows(tx, Incident, [incident]);
    await insertRows(tx, Call, [
      {
        id: newId(),
        number: `${number}/1`,
        incidentId: incident.id,
        channel: call.channel,
        callerPhone: call.callerPhone?.replace(/[ -]/g, '') ?? null,
        callerName: call.callerName ?? null,
        narrative: call.narrative,
        placeText: call.placeText ?? null,
        receivedAt: now,
        takenById: actor.accountId,
        takenBy: actor.name,
      },
    ]);
    const payload = {
      number,
      channel: call.channel,
      severity,
      type: type?.name ?? null,
      place: call.placeText ?? area.townshipName,
      narrative: call.narrative,
    };
    await appendEvent(tx, { at: now, type: 'incident.reported', actor, incidentId: incident.id, payload });
    return viewOf(incident, type, area, location);
  }
}

function warningsOf(area: Area): string[] {
  if (area.townshipCode !== null) return [];
  return [area.located ? '地点在县界以外：邻县求助，请与对方指挥中心核对' : '地点未明：时限按较严的到场标准'];
}

/** The answer is what was just written; reading it back would only cost time. */
function viewOf(
  incident: Pick<
    Incident,
    | 'id'
    | 'number'
    | 'status'
    | 'severity'
    | 'narrative'
    | 'placeText'
    | 'townshipCode'
    | 'warnings'
    | 'drill'
    | 'channel'
    | 'receivedAt'
    | 'sceneCommand'
  >,
  type: { code: string; name: string; incidentClass: string } | null,
  area: Area,
  location: { lon: number; lat: number } | null,
): IncidentView {
  const { id, number, status, severity, narrative, placeText, townshipCode, warnings, drill, channel, sceneCommand } =
    incident;
  return {
    id,
    number,
    status,
    type: type && { code: type.code, name: type.name, incidentClass: type.incidentClass },
    severity,
    narrative,
    placeText,
    townshipCode,
    townshipName: area.townshipName,
    location,
    warnings,
    drill,
    channel,
    receivedAt: incident.receivedAt.toISOString(),
    firstIssuedAt: null,
    closedAt: null,
    endReason: null,
    sceneCommand,
  };
}
