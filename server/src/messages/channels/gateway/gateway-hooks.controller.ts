import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { HookRequest } from '../../../platform/hook-body.js';
import { TakeReceipts } from '../../lines/take-receipts.js';
import { ReceiveReply } from '../../receive-reply.js';
import { BelieveHook } from './believe-hook.js';
import { inboundOf, receiptOf } from './gateway.line.js';
import { Came, Report } from './gateway.schemas.js';

/** What the gateway tells by itself: what became of a text, and texts that came in. */
@Controller('hooks/gateway')
export class GatewayHooksController {
  constructor(
    private readonly believe: BelieveHook,
    private readonly receipts: TakeReceipts,
    private readonly replies: ReceiveReply,
  ) {}

  @Post('report')
  @HttpCode(200)
  report(@Req() request: HookRequest) {
    return this.believe.run(request, Report, (told) =>
      this.receipts.run('gateway-sms', [{ ...receiptOf(told), attemptId: told.id ?? null }]),
    );
  }

  @Post('reply')
  @HttpCode(200)
  reply(@Req() request: HookRequest) {
    return this.believe.run(request, Came, (told) => {
      const { key, ...reply } = inboundOf(told);
      return this.replies.run({ ...reply, providerKey: key });
    });
  }
}
