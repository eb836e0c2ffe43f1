import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import webpush from 'web-push';

/** The pair pushes are signed with, base64url. */
export interface Vapid {
  publicKey: string;
  privateKey: string;
}

/** The county's own keys: made at the first start, the same ever after and on every node. */
@Injectable()
export class MessageKeys implements OnModuleInit {
  vapid!: Vapid;
  /** What signed links are signed with. */
  linkSecret!: string;

  constructor(private readonly database: DataSource) {}

  async onModuleInit(): Promise<void> {
    this.vapid = await this.keep('vapid', () => ({ ...webpush.generateVAPIDKeys() }));
    this.linkSecret = (await this.keep('links', () => ({ secret: randomBytes(32).toString('base64url') }))).secret;
  }

  /** The key of this name; of several nodes that make one at the same moment, one is kept. */
  private async keep<T extends object>(name: string, make: () => T): Promise<T> {
    const read = async (): Promise<T | undefined> =>
      (await this.database.query('SELECT value FROM message_keys WHERE name = $1', [name]))[0]?.value;
    const known = await read();
    if (known) return known;
    await this.database.query('INSERT INTO message_keys (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      name,
      make(),
    ]);
    return (await read())!;
  }
}
