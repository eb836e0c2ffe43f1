import { Module } from '@nestjs/common';
import { AnswerNotices } from './answer-notices.js';
import { IssueNotice } from './issue-notice.js';
import { NoticesController } from './notices.controller.js';
import { SuperviseMissed } from './supervise-missed.worker.js';

@Module({ controllers: [NoticesController], providers: [AnswerNotices, IssueNotice, SuperviseMissed] })
export class SupervisionModule {}
