import { Global, Module } from '@nestjs/common';
import { BroadcastsController } from './broadcasts/broadcasts.controller.js';
import { SendBroadcast } from './broadcasts/send-broadcast.js';
import { AliyunHooksController } from './channels/aliyun/aliyun.hooks.controller.js';
import { BelievePush } from './channels/aliyun/believe-push.js';
import { TakeCallEvents } from './channels/aliyun/take-call-events.js';
import { BelieveHook } from './channels/gateway/believe-hook.js';
import { GatewayHooksController } from './channels/gateway/gateway-hooks.controller.js';
import { ConfirmPush } from './channels/push/confirm-push.js';
import { EndSubscriptions } from './channels/push/end-subscriptions.js';
import { MessageKeys } from './channels/push/message-keys.js';
import { PushController } from './channels/push/push.controller.js';
import { SubscribePush } from './channels/push/subscribe-push.js';
import { WebPush } from './channels/push/web-push.js';
import { TwilioHooksController } from './channels/twilio/twilio.hooks.controller.js';
import { ClaimMessages } from './claim-messages.js';
import { AskAbout } from './lines/ask-about.worker.js';
import { RefuseHook } from './lines/hooks.js';
import { ReadLines } from './lines/line.queries.js';
import { LineBook } from './lines/line-book.js';
import { MESSAGE_LINES_OF_CONFIG } from './lines/lines-of-config.js';
import { TakeReceipts } from './lines/take-receipts.js';
import { TestLine } from './lines/test-line.js';
import { UseLine } from './lines/use-line.js';
import { WatchLines } from './lines/watch-lines.worker.js';
import { WatchQueue } from './lines/watch-queue.worker.js';
import { LinksController } from './links/links.controller.js';
import { OrderLinks } from './links/order-links.js';
import { ReadMessages } from './message.queries.js';
import { MessagesController } from './messages.controller.js';
import { MoveMessage } from './move-message.js';
import { ReceiveReply } from './receive-reply.js';
import { RecordAttempts } from './record-attempts.js';
import { HearPhoneWord } from './replies/hear-phone-word.js';
import { PhoneFlags } from './replies/phone-flags.js';
import { SendDueMessages } from './send-due-messages.worker.js';
import { SimulatorController } from './simulator.controller.js';
import { EditLadder } from './templates/edit-ladder.js';
import { EditTemplate } from './templates/edit-template.js';
import { TemplatesController } from './templates/templates.controller.js';
import { SendPhoneCode } from './verification/send-phone-code.js';
import { TakePhoneCode } from './verification/take-phone-code.js';
import { VerificationController } from './verification/verification.controller.js';

@Global()
@Module({
  controllers: [
    SimulatorController,
    MessagesController,
    BroadcastsController,
    TemplatesController,
    GatewayHooksController,
    TwilioHooksController,
    AliyunHooksController,
    PushController,
    LinksController,
    VerificationController,
  ],
  providers: [
    ReceiveReply,
    ConfirmPush,
    EndSubscriptions,
    SubscribePush,
    WebPush,
    MessageKeys,
    TakeReceipts,
    RefuseHook,
    BelieveHook,
    BelievePush,
    TakeCallEvents,
    SendDueMessages,
    EditTemplate,
    EditLadder,
    LineBook,
    ClaimMessages,
    MoveMessage,
    RecordAttempts,
    WatchLines,
    WatchQueue,
    AskAbout,
    ReadMessages,
    ReadLines,
    UseLine,
    TestLine,
    PhoneFlags,
    HearPhoneWord,
    SendBroadcast,
    SendPhoneCode,
    TakePhoneCode,
    OrderLinks,
    MESSAGE_LINES_OF_CONFIG,
  ],
  exports: [EditTemplate, ReceiveReply, ReadMessages, HearPhoneWord, OrderLinks],
})
export class MessagesModule {}
