import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { EditMember } from './edit-member.js';
import { EditVehicle } from './edit-vehicle.js';
import { RetireMember } from './retire-member.js';
import { VerifyPhone } from './verify-phone.js';

/** A team's people, their numbers, and its vehicles. */
@Controller()
export class MembersController {
  constructor(
    private readonly editMember: EditMember,
    private readonly retireMember: RetireMember,
    private readonly verifyPhone: VerifyPhone,
    private readonly editVehicle: EditVehicle,
  ) {}

  @ApiRoute('addMember')
  add(@Input() { params, body }: Received<Api['addMember']>, @By() actor: Actor) {
    return this.editMember.add(params.code, body, actor);
  }

  @ApiRoute('editMember')
  edit(@Input() { params, body }: Received<Api['editMember']>, @By() actor: Actor) {
    return this.editMember.run(params.id, body, actor);
  }

  @ApiRoute('retireMember')
  retire(@Input() { params, body }: Received<Api['retireMember']>, @By() actor: Actor) {
    return this.retireMember.run(params.id, body, actor);
  }

  @ApiRoute('restoreMember')
  restore(@Input() { params, body }: Received<Api['restoreMember']>, @By() actor: Actor) {
    return this.retireMember.restore(params.id, body.reason, actor);
  }

  @ApiRoute('moveMember')
  move(@Input() { params, body }: Received<Api['moveMember']>, @By() actor: Actor) {
    return this.retireMember.move(params.id, body, actor);
  }

  @ApiRoute('verifyPhone')
  verify(@Input() { params, body }: Received<Api['verifyPhone']>, @By() actor: Actor) {
    return this.verifyPhone.run(params.id, body, actor);
  }

  @ApiRoute('addVehicle')
  addVehicle(@Input() { params, body }: Received<Api['addVehicle']>, @By() actor: Actor) {
    return this.editVehicle.add(params.code, body, actor);
  }

  @ApiRoute('editVehicle')
  changeVehicle(@Input() { params, body }: Received<Api['editVehicle']>, @By() actor: Actor) {
    return this.editVehicle.run(params.id, body, actor);
  }

  @ApiRoute('retireVehicle')
  retireVehicle(@Input() { params, body }: Received<Api['retireVehicle']>, @By() actor: Actor) {
    return this.editVehicle.setRetired(params.id, true, body.reason, actor);
  }

  @ApiRoute('restoreVehicle')
  restoreVehicle(@Input() { params, body }: Received<Api['restoreVehicle']>, @By() actor: Actor) {
    return this.editVehicle.setRetired(params.id, false, body.reason, actor);
  }
}
