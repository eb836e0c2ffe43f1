import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { CheckIn } from './check-in.js';
import { CreateRotation } from './create-rotation.js';
import { EditShifts } from './edit-shifts.js';
import { EndRotation } from './end-rotation.js';
import { HandOverDuty } from './hand-over-duty.js';
import { SwapShifts } from './swap-shifts.js';
import { TakeLeave } from './take-leave.js';

/** What changes the roster. */
@Controller()
export class RosterController {
  constructor(
    private readonly createRotation: CreateRotation,
    private readonly endRotation: EndRotation,
    private readonly editShifts: EditShifts,
    private readonly takeLeave: TakeLeave,
    private readonly swapShifts: SwapShifts,
    private readonly checkIn: CheckIn,
    private readonly handOver: HandOverDuty,
  ) {}

  @ApiRoute('previewRotation')
  preview(@Input() { body }: Received<Api['previewRotation']>, @By() actor: Actor) {
    return this.createRotation.preview(body, actor);
  }

  @ApiRoute('createRotation')
  rotate(@Input() { body }: Received<Api['createRotation']>, @By() actor: Actor) {
    return this.createRotation.run(body, actor);
  }

  @ApiRoute('endRotation')
  end(@Input() { params, body }: Received<Api['endRotation']>, @By() actor: Actor) {
    return this.endRotation.run(params.id, body.reason, actor);
  }

  @ApiRoute('addShift')
  add(@Input() { body }: Received<Api['addShift']>, @By() actor: Actor) {
    return this.editShifts.add(body, actor);
  }

  @ApiRoute('changeShift')
  change(@Input() { params, body }: Received<Api['changeShift']>, @By() actor: Actor) {
    return this.editShifts.change(params.id, body, actor);
  }

  @ApiRoute('removeShift')
  remove(@Input() { params, body }: Received<Api['removeShift']>, @By() actor: Actor) {
    return this.editShifts.remove(params.id, body.reason, actor);
  }

  @ApiRoute('checkIn')
  signIn(@Input() { params }: Received<Api['checkIn']>, @By() actor: Actor) {
    return this.checkIn.run(params.id, actor);
  }

  @ApiRoute('takeLeave')
  leave(@Input() { body }: Received<Api['takeLeave']>, @By() actor: Actor) {
    return this.takeLeave.run(body, actor);
  }

  @ApiRoute('endLeave')
  back(@Input() { params }: Received<Api['endLeave']>, @By() actor: Actor) {
    return this.takeLeave.end(params.id, actor);
  }

  @ApiRoute('askSwap')
  ask(@Input() { body }: Received<Api['askSwap']>, @By() actor: Actor) {
    return this.swapShifts.ask(body, actor);
  }

  @ApiRoute('answerSwap')
  answer(@Input() { params, body }: Received<Api['answerSwap']>, @By() actor: Actor) {
    return this.swapShifts.answer(params.id, body, actor);
  }

  @ApiRoute('withdrawSwap')
  withdraw(@Input() { params }: Received<Api['withdrawSwap']>, @By() actor: Actor) {
    return this.swapShifts.withdraw(params.id, actor);
  }

  @ApiRoute('writeHandover')
  write(@Input() { params, body }: Received<Api['writeHandover']>, @By() actor: Actor) {
    return this.handOver.write(params.id, body, actor);
  }

  @ApiRoute('confirmHandover')
  confirm(@Input() { params, body }: Received<Api['confirmHandover']>, @By() actor: Actor) {
    return this.handOver.confirm(params.id, body.memberId, actor);
  }
}
