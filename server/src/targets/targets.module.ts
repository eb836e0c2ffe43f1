import { Module } from '@nestjs/common';
import { EditDayHours } from './edit-day-hours.js';
import { EditRule } from './edit-rule.js';
import { TargetsController } from './targets.controller.js';

@Module({ controllers: [TargetsController], providers: [EditDayHours, EditRule] })
export class TargetsModule {}
