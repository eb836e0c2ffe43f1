import { Module } from '@nestjs/common';
import { EditMember } from './edit-member.js';
import { EditStrengthRule } from './edit-strength-rule.js';
import { EditTeam } from './edit-team.js';
import { EditVehicle } from './edit-vehicle.js';
import { MembersController } from './members.controller.js';
import { RetireMember } from './retire-member.js';
import { TeamsController } from './teams.controller.js';
import { VerifyPhone } from './verify-phone.js';

@Module({
  controllers: [TeamsController, MembersController],
  providers: [EditMember, EditStrengthRule, EditTeam, EditVehicle, RetireMember, VerifyPhone],
})
export class TeamsModule {}
