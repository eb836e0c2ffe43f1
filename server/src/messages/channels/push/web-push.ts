import { Inject, Injectable } from '@nestjs/common';
import webpush from 'web-push';
import { CONFIG, type Config } from '../../../config.js';
import { MessageKeys } from './message-keys.js';
import type { PushSubscription } from './push.entity.js';
import { type Pushed, pushedBy } from './push.rules.js';

/** A phone that is out of reach gets it within this time or not at all: an older order is on the app itself. */
const TTL_SECONDS = 1800;
/** Of the time a line has for one message, what a push service may take. */
const PATIENCE_MS = 2000;

/** Hands content to the push service of one browser: encrypted for that browser, signed by this county. */
@Injectable()
export class WebPush {
  private readonly subject: string;

  constructor(
    private readonly keys: MessageKeys,
    @Inject(CONFIG) config: Config,
  ) {
    // Whom a push service may write to about what we send; it takes an https address or a mailbox.
    this.subject = config.PUBLIC_URL?.startsWith('https:') ? config.PUBLIC_URL : 'mailto:postmaster@example.org';
  }

  async push(to: Pick<PushSubscription, 'endpoint' | 'keys'>, content: object, signal: AbortSignal): Promise<Pushed> {
    const request = this.request(to, content);
    if (!request) return 'gone';
    try {
      const response = await fetch(to.endpoint, {
        ...request,
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
      });
      await response.body?.cancel();
      return pushedBy(response.status, response.headers.get('retry-after'));
    } catch {
      return { code: 'push_silent' };
    }
  }

  /** Null when nothing can be encrypted for these keys: no browser holds their other half. */
  private request({ endpoint, keys }: Pick<PushSubscription, 'endpoint' | 'keys'>, content: object) {
    try {
      const { headers, body } = webpush.generateRequestDetails({ endpoint, keys }, JSON.stringify(content), {
        vapidDetails: { subject: this.subject, ...this.keys.vapid },
        TTL: TTL_SECONDS,
        urgency: 'high',
        contentEncoding: 'aes128gcm',
      });
      const { 'Content-Length': _, ...rest } = headers;
      return { headers: rest, body: new Uint8Array(body) };
    } catch {
      return null;
    }
  }
}
