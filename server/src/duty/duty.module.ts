import { Module } from '@nestjs/common';
import { AnswerDuty } from './answer-duty.js';
import { CheckIn } from './check-in.js';
import { CreateRotation } from './create-rotation.js';
import { DutyController } from './duty.controller.js';
import { EditShifts } from './edit-shifts.js';
import { EndRotation } from './end-rotation.js';
import { HandOverDuty } from './hand-over-duty.js';
import { RosterController } from './roster.controller.js';
import { SettleDepartures } from './settle-departures.worker.js';
import { SwapShifts } from './swap-shifts.js';
import { TakeLeave } from './take-leave.js';
import { WatchDuty } from './watch-duty.worker.js';

@Module({
  controllers: [DutyController, RosterController],
  providers: [
    AnswerDuty,
    CheckIn,
    CreateRotation,
    EditShifts,
    EndRotation,
    HandOverDuty,
    SettleDepartures,
    SwapShifts,
    TakeLeave,
    WatchDuty,
  ],
  exports: [AnswerDuty],
})
export class DutyModule {}
