import { Module } from '@nestjs/common';
import { FireDueObligations } from './fire-due-obligations.worker.js';

@Module({ providers: [FireDueObligations] })
export class ObligationsModule {}
