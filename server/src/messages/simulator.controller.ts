import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { ApiRoute, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { findOwner, listPhones } from '../teams/phone.queries.js';
import { findExpertPhone, listExpertPhones } from './expert-phones.queries.js';
import { readPracticePhones } from './practice-phones.queries.js';
import { ReceiveReply } from './receive-reply.js';

/** The practice phones: all there is without a real provider; beside one they are there for drills only. */
@Controller()
export class SimulatorController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly receive: ReceiveReply,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiRoute('practicePhones')
  async phones(@Input() { query }: Received<Api['practicePhones']>) {
    this.refuseUnlessPractice();
    const owners = [...(await listPhones(this.database)), ...(await listExpertPhones(this.database))];
    return { items: await readPracticePhones(this.database, owners, this.clock.now(), query.active === '1') };
  }

  @ApiRoute('practiceReply')
  async reply(@Input() { params, body }: Received<Api['practiceReply']>) {
    this.refuseUnlessPractice();
    const known =
      (await findOwner(this.database, params.number)) ?? (await findExpertPhone(this.database, params.number));
    if (!known) throw new Problem('not-found', { detail: '没有这部演练手机' });
    const replyId = await this.receive.run({
      ...body,
      phone: params.number,
      providerKey: `practice-${newId()}`,
      practice: this.besideRealOnes,
    });
    return { replyId };
  }

  private get besideRealOnes(): boolean {
    return !this.config.SMS_PROVIDER.includes('simulator');
  }

  /** With a real provider a practice phone would only seem to be somebody's. */
  private refuseUnlessPractice(): void {
    if (this.besideRealOnes && !this.config.DRILL_PHONES)
      throw new Problem('not-found', { detail: '已接入真实线路，演练手机停用' });
  }
}
