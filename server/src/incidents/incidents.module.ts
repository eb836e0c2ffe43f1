import { Module } from '@nestjs/common';
import { PlacesModule } from '../places/places.module.js';
import { AddNote } from './add-note.js';
import { ChangeIncident } from './change-incident.js';
import { CommandController } from './command.controller.js';
import { CommandPosts } from './command-posts.js';
import { CourseController } from './course.controller.js';
import { Duplicates } from './duplicates.js';
import { IncidentTypes } from './incident-types.js';
import { IntakeController } from './intake.controller.js';
import { JoinCall } from './join-call.js';
import { ConfirmReferral } from './referrals.js';
import { ReportIncident } from './report-incident.js';
import { SendUpwardReport } from './send-upward-report.js';
import { AddSituations } from './situations.js';

@Module({
  imports: [PlacesModule],
  controllers: [IntakeController, CourseController, CommandController],
  providers: [
    AddNote,
    AddSituations,
    ChangeIncident,
    CommandPosts,
    ConfirmReferral,
    Duplicates,
    IncidentTypes,
    JoinCall,
    ReportIncident,
    SendUpwardReport,
  ],
  exports: [CommandPosts, IncidentTypes, ReportIncident],
})
export class IncidentsModule {}
