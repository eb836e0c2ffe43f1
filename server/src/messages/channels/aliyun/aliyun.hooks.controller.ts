import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { HookRequest } from '../../../platform/hook-body.js';
import { toLocal } from '../../../platform/phone.rules.js';
import { type ReceiptOf, TakeReceipts } from '../../lines/take-receipts.js';
import { ReceiveReply } from '../../receive-reply.js';
import { beijingTime } from './aliyun.rules.js';
import { CallEvent, SmsReport, SmsUp, timeOfCall } from './aliyun.schemas.js';
import { BelievePush, type PushKind } from './believe-push.js';
import { TakeCallEvents } from './take-call-events.js';

const REPORT: PushKind<SmsReport> = {
  path: '/hooks/aliyun/report',
  schema: SmsReport,
  timeOf: ({ report_time }) => beijingTime(report_time),
};
const UP: PushKind<SmsUp> = {
  path: '/hooks/aliyun/up',
  schema: SmsUp,
  timeOf: ({ send_time }) => beijingTime(send_time),
};
const CALL: PushKind<CallEvent> = { path: '/hooks/aliyun/call', schema: CallEvent, timeOf: timeOfCall };

/**
 * What Aliyun pushes by itself, in lists and without a signature: receipts of texts, texts that came in, calls with the keys
 * pressed in them. It waits 0.7 s for an answer and may push the same again. Who pushes is told by the address (`hookKey`),
 * which is ours; told twice, it is one.
 */
@Controller('hooks/aliyun')
export class AliyunHooksController {
  constructor(
    private readonly believe: BelievePush,
    private readonly receipts: TakeReceipts,
    private readonly replies: ReceiveReply,
    private readonly calls: TakeCallEvents,
  ) {}

  @Post('report')
  @HttpCode(200)
  report(@Req() request: HookRequest) {
    return this.believe.run(request, REPORT, async (reports) => {
      await this.receipts.run('aliyun-sms', reports.map(receiptOf));
      return 0;
    });
  }

  @Post('up')
  @HttpCode(200)
  up(@Req() request: HookRequest) {
    return this.believe.run(request, UP, async (texts) => {
      for (const { phone_number, content, sequence_id } of texts)
        await this.replies.run({
          phone: toLocal(phone_number),
          text: content,
          channel: 'sms',
          providerKey: `aliyun-${sequence_id}`,
        });
      return 0;
    });
  }

  @Post('call')
  @HttpCode(200)
  call(@Req() request: HookRequest) {
    return this.believe.run(request, CALL, (events) => this.calls.run(events));
  }
}

const receiptOf = ({ success, biz_id, err_code, report_time, sms_size, out_id }: SmsReport): ReceiptOf => ({
  state: success ? 'delivered' : 'undelivered',
  providerId: biz_id,
  code: success ? null : (err_code ?? 'unknown'),
  at: beijingTime(report_time),
  parts: sms_size ?? null,
  attemptId: out_id ?? null,
});
