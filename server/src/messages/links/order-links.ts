import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { MessageKeys } from '../channels/push/message-keys.js';
import { linkFor } from './link.rules.js';

/** Signed links in the texts of orders, where the county wants them. */
@Injectable()
export class OrderLinks {
  constructor(
    private readonly keys: MessageKeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A message's link with the space before it; nothing where links are not in use. */
  of(messageId: string): string {
    const { SIGNED_LINKS, PUBLIC_URL } = this.config;
    return SIGNED_LINKS && PUBLIC_URL ? ` ${linkFor(PUBLIC_URL, messageId, this.keys.linkSecret)}` : '';
  }
}
