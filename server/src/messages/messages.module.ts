import { Global, Module } from '@nestjs/common';
import { SocketHub } from '../platform/socket-hub.js';
import { appPush } from './channels/app-push.js';
import { CHANNELS, type Channels } from './channels/channel.js';
import { sendToPracticePhone } from './channels/simulator.js';
import { ReceiveReply } from './receive-reply.js';
import { SendDueMessages } from './send-due-messages.worker.js';
import { SimulatorController } from './simulator.controller.js';

const channels = (hub: SocketHub): Channels => ({
  app: appPush(hub),
  sms: sendToPracticePhone,
  voice: sendToPracticePhone,
});

@Global()
@Module({
  controllers: [SimulatorController],
  providers: [ReceiveReply, SendDueMessages, { provide: CHANNELS, useFactory: channels, inject: [SocketHub] }],
  exports: [ReceiveReply],
})
export class MessagesModule {}
