import type { Channel } from '@liandong/shared/message';
import type { Provider as NestProvider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config, type Provider } from '../../config.js';
import { SocketHub } from '../../platform/socket-hub.js';
import { aliyunLines } from '../channels/aliyun/aliyun.lines.js';
import { gatewayLines } from '../channels/gateway/gateway.line.js';
import { EndSubscriptions } from '../channels/push/end-subscriptions.js';
import { pushLine } from '../channels/push/push.line.js';
import { WebPush } from '../channels/push/web-push.js';
import { practiceLines } from '../channels/simulator/practice-lines.js';
import { twilioLines } from '../channels/twilio/twilio.lines.js';
import { approvalsFor } from '../templates/template.queries.js';
import { type Line, MESSAGE_LINES } from './line.js';

/** All lines of one provider, by what the process was started with. */
function linesOf(provider: Provider, config: Config, database: DataSource): Line[] {
  if (provider === 'twilio' && config.twilio) return twilioLines(config.twilio);
  if (provider === 'aliyun' && config.aliyun) return aliyunLines(config.aliyun, () => approvalsFor(database, 'aliyun'));
  if (provider === 'gateway' && config.gateway) return gatewayLines(config.gateway);
  return practiceLines();
}

/** The county's lines, the preferred of each channel first; the practice phones beside real ones where drills go to them. */
export const MESSAGE_LINES_OF_CONFIG: NestProvider = {
  provide: MESSAGE_LINES,
  inject: [CONFIG, DataSource, SocketHub, WebPush, EndSubscriptions],
  useFactory: (config: Config, database: DataSource, hub: SocketHub, webPush: WebPush, gone: EndSubscriptions) => {
    const chosen = { sms: config.SMS_PROVIDER, voice: config.VOICE_PROVIDER };
    const made = new Map<Provider, Line[]>();
    const of = (provider: Provider, channel: Channel): Line[] => {
      const lines = made.get(provider) ?? linesOf(provider, config, database);
      made.set(provider, lines);
      return lines.filter((line) => line.channel === channel);
    };
    const practice = config.DRILL_PHONES && !config.SMS_PROVIDER.includes('simulator') ? practiceLines() : [];
    return [
      pushLine(database, hub, webPush, gone),
      ...chosen.sms.flatMap((provider) => of(provider, 'sms')),
      ...chosen.voice.flatMap((provider) => of(provider, 'voice')),
      ...practice,
    ];
  },
};
