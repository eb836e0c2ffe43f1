import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Gazetteer } from '../places/gazetteer.js';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { classify } from './classify.rules.js';
import { Duplicates } from './duplicates.js';
import { callerHistory } from './incident.queries.js';
import { IncidentTypes } from './incident-types.js';
import { ReportIncident } from './report-incident.js';

@Controller()
export class IntakeController {
  constructor(
    private readonly database: DataSource,
    private readonly types: IncidentTypes,
    private readonly gazetteer: Gazetteer,
    private readonly report: ReportIncident,
    private readonly duplicates: Duplicates,
  ) {}

  @ApiRoute('proposeIntake')
  async propose(@Input() { body }: Received<Api['proposeIntake']>) {
    const phone = body.callerPhone?.replace(/[ -]/g, '') ?? '';
    const known = phone.length >= 3 ? [phone] : [];
    const [types, places, history] = await Promise.all([
      this.types.all(),
      this.gazetteer.namedIn(body.narrative, 5),
      known.length > 0 ? callerHistory(this.database, phone) : [],
    ]);
    const proposed = classify(body.narrative, types).slice(0, 4);
    const duplicates = await this.duplicates.ofCall({
      narrative: body.narrative,
      typeCode: proposed[0]?.code ?? null,
      townshipCode: body.townshipCode ?? places[0]?.townshipCode ?? null,
      location: body.location ?? (places[0]?.kind === 'township' ? null : places[0]?.location) ?? null,
      callerPhones: known,
    });
    return { types: proposed, places, callerHistory: history, duplicates };
  }

  @ApiRoute('createIncident')
  create(@Input() { body }: Received<Api['createIncident']>, @By() actor: Actor) {
    return this.report.run(body, actor);
  }

  @ApiRoute('listIncidentTypes')
  async list() {
    return { items: await this.types.all() };
  }
}
