import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiRoute, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { findOwner, listPhones } from '../teams/phone.queries.js';
import { readPracticePhones } from './practice-phones.queries.js';
import { ReceiveReply } from './receive-reply.js';

/** The practice phones: the only provider there is yet. */
@Controller()
export class SimulatorController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly receive: ReceiveReply,
  ) {}

  @ApiRoute('practicePhones')
  async phones(@Input() { query }: Received<Api['practicePhones']>) {
    const owners = await listPhones(this.database);
    return { items: await readPracticePhones(this.database, owners, this.clock.now(), query.active === '1') };
  }

  @ApiRoute('practiceReply')
  async reply(@Input() { params, body }: Received<Api['practiceReply']>) {
    if (!(await findOwner(this.database, params.number)))
      throw new Problem('not-found', { detail: '没有这部演练手机' });
    const replyId = await this.receive.run({ ...body, phone: params.number, providerKey: `practice-${newId()}` });
    return { replyId };
  }
}
