import { Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { CONFIG, type Config, type TwilioSettings } from '../../../config.js';
import type { HookRequest } from '../../../platform/hook-body.js';
import { toLocal } from '../../../platform/phone.rules.js';
import { Problem } from '../../../platform/problem.js';
import { RefuseHook } from '../../lines/hooks.js';
import { TakeReceipts } from '../../lines/take-receipts.js';
import { ReceiveReply } from '../../receive-reply.js';
import { readForm } from './twilio.hook.rules.js';
import { answerTwiml, inboundKey, keysUrl, receiptOf } from './twilio.rules.js';

/** What Twilio tells this server, in its own form: receipts, texts, keys pressed in a call. Told twice, it is one. */
@Controller('hooks/twilio')
export class TwilioHooksController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly refuse: RefuseHook,
    private readonly receipts: TakeReceipts,
    private readonly reply: ReceiveReply,
  ) {}

  @Post('status')
  @HttpCode(204)
  async status(@Req() request: HookRequest): Promise<void> {
    const { form } = await this.believed(request, []);
    const call = form.CallSid;
    const status = call ? form.CallStatus : form.MessageStatus;
    const sid = call ?? form.MessageSid;
    if (!status || !sid) return this.refuse.run('twilio', 'malformed', request);
    const at = form.Timestamp ? new Date(form.Timestamp) : null;
    const said = receiptOf({ sid, status, errorCode: form.ErrorCode || null, at, parts: null });
    await this.receipts.run(call ? 'twilio-voice' : 'twilio-sms', [
      { ...said, attemptId: request.query.attempt ?? null },
    ]);
  }

  @Post('reply')
  @HttpCode(200)
  @Header('content-type', 'text/xml; charset=utf-8')
  async text(@Req() request: HookRequest): Promise<string> {
    const { form } = await this.believed(request, ['MessageSid', 'From', 'Body']);
    const { MessageSid: sid = '', From: from = '', Body: text = '' } = form;
    await this.reply.run({ phone: toLocal(from), text, channel: 'sms', providerKey: inboundKey(sid) });
    return '<Response/>';
  }

  @Post('digits')
  @HttpCode(200)
  @Header('content-type', 'text/xml; charset=utf-8')
  async digits(@Req() request: HookRequest): Promise<string> {
    const { form, settings } = await this.believed(request, ['CallSid', 'Digits', 'From', 'To']);
    const { CallSid: sid, Digits: digit = '', From: from = '', To: to = '' } = form;
    const { attempt = '', code = '', again } = request.query;
    await this.reply.run({
      phone: toLocal(from === settings.from ? to : from),
      text: `${digit} ${code}`.trim(),
      channel: 'voice',
      providerKey: `twilio-${sid}-${digit}`,
    });
    return answerTwiml(digit, again ? null : keysUrl(settings, attempt, code, '1'));
  }

  /** @throws Problem when Twilio is not configured, or this is not from it */
  private async believed(request: HookRequest, must: readonly string[]) {
    const settings: TwilioSettings | undefined = this.config.twilio;
    if (!settings) throw new Problem('not-found');
    const signature = request.headers['x-twilio-signature'];
    const came = { url: request.url, type: request.hookType, signature: signature?.toString(), body: request.body };
    const read = readForm(came, must, settings);
    if ('refused' in read) return this.refuse.run('twilio', read.refused, request);
    return { form: read.form, settings };
  }
}
