import type { IncidentTypeView } from '@liandong/shared/incident';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Kept } from '../platform/kept.js';

/** The types of incident, kept in memory. */
@Injectable()
export class IncidentTypes {
  private readonly types: Kept<IncidentTypeView[]>;

  constructor(database: DataSource) {
    this.types = new Kept(() =>
      database.query(
        `SELECT code, name, incident_class AS "incidentClass", category, keywords, default_severity AS "defaultSeverity", specialties
         FROM incident_types ORDER BY sort_order`,
      ),
    );
  }

  all(): Promise<IncidentTypeView[]> {
    return this.types.get();
  }

  /** They were changed here: the next who asks reads them afresh. */
  forget(): void {
    this.types.forget();
  }
}
