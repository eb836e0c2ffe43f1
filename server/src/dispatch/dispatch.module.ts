import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { ApplyReply } from './apply-reply.js';
import { DispatchController } from './dispatch.controller.js';
import { EndIncidents } from './end-incidents.js';
import { IssueOrders } from './issue-orders.js';
import { OrdersController } from './orders.controller.js';
import { ReactToEvents } from './react-to-events.worker.js';
import { RecallOrder } from './recall-order.js';
import { RecommendTeams } from './recommend-teams.js';
import { RecordReport } from './record-report.js';
import { SettleReply } from './settle-reply.js';
import { WaiveOrder } from './waive-order.js';

@Module({
  imports: [IncidentsModule],
  controllers: [DispatchController, OrdersController],
  providers: [
    ApplyReply,
    EndIncidents,
    IssueOrders,
    ReactToEvents,
    RecallOrder,
    RecommendTeams,
    RecordReport,
    SettleReply,
    WaiveOrder,
  ],
})
export class DispatchModule {}
