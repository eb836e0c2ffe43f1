import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { MessageKeys } from '../channels/push/message-keys.js';
import { ReceiveReply } from '../receive-reply.js';
import { answerKey, type LinkedOrder, readLinkedOrder } from './link.queries.js';
import { linkState, messageOf, verbOf } from './link.rules.js';
import { type County, noOrderPage, orderPage } from './link-page.js';
import { Visits } from './visits.js';

type LinkRequest = FastifyRequest<{ Params: { token: string }; Body: { answer?: unknown } | undefined }>;

/** The page says everything itself, runs nothing, and tells no other site where it is. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
};

/**
 * 签名链接: the order of one text as a page for its phone, and answers by buttons instead of codes. The link itself is the
 * right to answer, so nobody signs in and where a form comes from is not asked. Looking changes nothing.
 */
@Controller('l')
export class LinksController {
  private readonly visits = new Visits();

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly keys: MessageKeys,
    private readonly receive: ReceiveReply,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':token')
  async look(@Req() request: LinkRequest, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.find(request, reply);
    if (found) await show(reply, 200, orderPage(found.order, `/l/${request.params.token}`, this.county));
  }

  @Post(':token')
  async answer(@Req() request: LinkRequest, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.find(request, reply);
    if (!found) return;
    const { messageId, order } = found;
    const verb = verbOf(request.body?.answer);
    if (!verb) return show(reply, 400, noOrderPage(this.county, 'unclear'));
    const text = `${verb.digit} ${order.code}`;
    const providerKey = answerKey(messageId, verb.digit);
    await this.receive.run({ phone: order.phone, text, channel: 'sms', providerKey });
    await reply
      .status(303)
      .headers({ ...HEADERS, location: `/l/${request.params.token}` })
      .send();
  }

  /** The order of a link that may still answer; otherwise the page that says why not has gone out. */
  private async find(
    request: LinkRequest,
    reply: FastifyReply,
  ): Promise<{ messageId: string; order: LinkedOrder } | null> {
    const now = this.clock.now();
    if (!this.config.SIGNED_LINKS) throw new Problem('not-found');
    if (!this.visits.allows(request.ip, now)) throw new Problem('locked-out');
    const messageId = messageOf(request.params.token, this.keys.linkSecret);
    const order = messageId && (await readLinkedOrder(this.database, messageId));
    const state = order ? linkState(order, now) : 'unknown';
    if (order && state === 'open') return { messageId, order };
    await show(reply, order ? 410 : 404, noOrderPage(this.county, state as Exclude<typeof state, 'open'>));
    return null;
  }

  private get county(): County {
    const { COUNTY_NAME: name, CENTRE_PHONE: centrePhone, COUNTY_TZ: zone } = this.config;
    return { name, centrePhone, zone };
  }
}

async function show(reply: FastifyReply, status: number, page: string): Promise<void> {
  await reply.status(status).headers(HEADERS).type('text/html; charset=utf-8').send(page);
}
