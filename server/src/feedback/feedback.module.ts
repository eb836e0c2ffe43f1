import { Module } from '@nestjs/common';
import { AcceptFeedback } from './accept-feedback.js';
import { ChaseFollowUps } from './chase-follow-ups.worker.js';
import { CompleteFollowUp } from './complete-follow-up.js';
import { FeedbackController } from './feedback.controller.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { ReturnFeedback } from './return-feedback.js';
import { SaveFeedback } from './save-feedback.js';
import { SubmitFeedback } from './submit-feedback.js';

@Module({
  controllers: [FeedbackController, FollowUpsController],
  providers: [AcceptFeedback, ChaseFollowUps, CompleteFollowUp, ReturnFeedback, SaveFeedback, SubmitFeedback],
})
export class FeedbackModule {}
