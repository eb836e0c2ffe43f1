import { Module } from '@nestjs/common';
import { DutyModule } from '../duty/duty.module.js';
import { ExpertsModule } from '../experts/experts.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { ApplyReply } from './apply-reply.js';
import { CorrectOrder } from './correct-order.js';
import { DispatchController } from './dispatch.controller.js';
import { DraftUpwardReport } from './draft-upward-report.js';
import { EndIncidents } from './end-incidents.js';
import { IncidentEndsController } from './incident-ends.controller.js';
import { IssueOrders } from './issue-orders.js';
import { MarkReached } from './mark-reached.js';
import { MergeIncidents } from './merge-incidents.js';
import { OrdersController } from './orders.controller.js';
import { PreviewTargets } from './preview-targets.js';
import { ReactToEvents } from './react-to-events.worker.js';
import { RebaseOrder } from './rebase-order.js';
import { RecallOrder } from './recall-order.js';
import { RecommendTeams } from './recommend-teams.js';
import { RecordReport } from './record-report.js';
import { ReopenIncident } from './reopen-incident.js';
import { RetireTeam } from './retire-team.js';
import { RoadTimes } from './road-times.js';
import { RulesPreviewController } from './rules-preview.controller.js';
import { SettleReply } from './settle-reply.js';
import { SupervisionController } from './supervision.controller.js';
import { TakeOnHotline } from './take-on-hotline.js';
import { TransferCommand } from './transfer-command.js';
import { TransferIncident } from './transfer-incident.js';
import { TryPlan } from './try-plan.js';
import { UpwardController } from './upward.controller.js';
import { WaiveObligation } from './waive-obligation.js';
import { WaiveOrder } from './waive-order.js';

@Module({
  imports: [IncidentsModule, ExpertsModule, DutyModule],
  controllers: [
    DispatchController,
    OrdersController,
    RulesPreviewController,
    IncidentEndsController,
    SupervisionController,
    UpwardController,
  ],
  providers: [
    CorrectOrder,
    DraftUpwardReport,
    MergeIncidents,
    RebaseOrder,
    ReopenIncident,
    RetireTeam,
    TakeOnHotline,
    TransferCommand,
    TransferIncident,
    WaiveObligation,
    RoadTimes,
    TryPlan,
    ApplyReply,
    EndIncidents,
    IssueOrders,
    MarkReached,
    PreviewTargets,
    ReactToEvents,
    RecallOrder,
    RecommendTeams,
    RecordReport,
    SettleReply,
    WaiveOrder,
  ],
})
export class DispatchModule {}
