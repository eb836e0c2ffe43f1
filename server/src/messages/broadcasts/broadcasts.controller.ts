import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/actor.js';
import { ApiRoute, By, Input } from '../../platform/api-route.js';
import { pageOf } from '../../platform/page.js';
import { listBroadcasts } from './broadcast.queries.js';
import { SendBroadcast } from './send-broadcast.js';

/** 短信群呼. */
@Controller()
export class BroadcastsController {
  constructor(
    private readonly database: DataSource,
    private readonly sendBroadcast: SendBroadcast,
  ) {}

  @ApiRoute('previewBroadcast')
  preview(@Input() { body }: Received<Api['previewBroadcast']>) {
    return this.sendBroadcast.preview(body);
  }

  @ApiRoute('sendBroadcast')
  send(@Input() { body }: Received<Api['sendBroadcast']>, @By() actor: Actor) {
    return this.sendBroadcast.run(body, actor);
  }

  @ApiRoute('listBroadcasts')
  async list(@Input() { query }: Received<Api['listBroadcasts']>) {
    return pageOf(await listBroadcasts(this.database, query), query.limit, (row) => row.id);
  }
}
