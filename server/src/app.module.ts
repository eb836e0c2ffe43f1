import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BoardModule } from './board/board.module.js';
import type { Config } from './config.js';
import { CountyModule } from './county/county.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DispatchModule } from './dispatch/dispatch.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { DutyModule } from './duty/duty.module.js';
import { EquipmentModule } from './equipment/equipment.module.js';
import { EventsModule } from './events/events.module.js';
import { ExpertsModule } from './experts/experts.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { ObligationsModule } from './obligations/obligations.module.js';
import { PlacesModule } from './places/places.module.js';
import { PlansModule } from './plans/plans.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProblemFilter } from './platform/problem.filter.js';
import { SystemController } from './platform/system.controller.js';
import { RealtimeModule } from './realtime/realtime.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { TargetsModule } from './targets/targets.module.js';
import { TeamsModule } from './teams/teams.module.js';

/** The house, rooms from left to right. */
@Module({})
export class AppModule {
  static with(config: Config, database: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config),
        DatabaseModule.with(database),
        EventsModule,
        AuthModule,
        AuditModule,
        SettingsModule,
        PlacesModule,
        EquipmentModule,
        TargetsModule,
        TeamsModule,
        MessagesModule,
        DutyModule,
        ObligationsModule,
        AttachmentsModule,
        DocumentsModule,
        IncidentsModule,
        ExpertsModule,
        PlansModule,
        DispatchModule,
        FeedbackModule,
        SupervisionModule,
        BoardModule,
        ReportsModule,
        RealtimeModule,
        CountyModule,
      ],
      controllers: [SystemController],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
