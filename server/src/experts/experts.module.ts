import { Module } from '@nestjs/common';
import { AnswerExpertCall } from './answer-expert-call.js';
import { CallExperts } from './call-experts.js';
import { ChaseExperts } from './chase-experts.worker.js';
import { EditExpert } from './edit-expert.js';
import { ExpertsController } from './experts.controller.js';

@Module({
  controllers: [ExpertsController],
  providers: [AnswerExpertCall, CallExperts, ChaseExperts, EditExpert],
  exports: [AnswerExpertCall],
})
export class ExpertsModule {}
