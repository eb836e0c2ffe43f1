import type { IncidentTypeView } from '@liandong/shared/incident';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The types of incident, kept in memory. */
@Injectable()
export class IncidentTypes {
  private types: Promise<IncidentTypeView[]> | null = null;

  constructor(private readonly database: DataSource) {}

  forget(): void {
    this.types = null;
  }

  all(): Promise<IncidentTypeView[]> {
    this.types ??= this.database.query(
      `SELECT code, name, incident_class AS "incidentClass", category, keywords, default_severity AS "defaultSeverity", specialties
       FROM incident_types ORDER BY sort_order`,
    );
    return this.types;
  }
}
