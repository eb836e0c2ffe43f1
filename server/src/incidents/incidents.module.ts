import { Module } from '@nestjs/common';
import { PlacesModule } from '../places/places.module.js';
import { IncidentTypes } from './incident-types.js';
import { IntakeController } from './intake.controller.js';
import { ReportIncident } from './report-incident.js';

@Module({
  imports: [PlacesModule],
  controllers: [IntakeController],
  providers: [IncidentTypes, ReportIncident],
  exports: [IncidentTypes],
})
export class IncidentsModule {}
