import { Module } from '@nestjs/common';
import { Detours } from './detours.js';
import { EditPlan } from './edit-plan.js';
import { PlansController } from './plans.controller.js';
import { SetAside } from './set-aside.js';

@Module({ controllers: [PlansController], providers: [Detours, EditPlan, SetAside] })
export class PlansModule {}
