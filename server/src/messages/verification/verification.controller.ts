import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { ApiRoute, By, Input } from '../../platform/api-route.js';
import { SendPhoneCode } from './send-phone-code.js';
import { TakePhoneCode } from './take-phone-code.js';

/** A number is verified by a code that was texted to it. */
@Controller()
export class VerificationController {
  constructor(
    private readonly sendCode: SendPhoneCode,
    private readonly takeCode: TakePhoneCode,
  ) {}

  @ApiRoute('sendPhoneCode')
  send(@Input() { params, body }: Received<Api['sendPhoneCode']>, @By() actor: Actor) {
    return this.sendCode.run(params.id, body, actor);
  }

  @ApiRoute('takePhoneCode')
  take(@Input() { params, body }: Received<Api['takePhoneCode']>, @By() actor: Actor) {
    return this.takeCode.run(params.id, body, actor);
  }
}
