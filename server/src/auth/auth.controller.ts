import type { Api } from '@liandong/shared/api';
import type { Me } from '@liandong/shared/auth';
import type { Received } from '@liandong/shared/route';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../platform/actor.js';
import { type ApiRequest, ApiRoute, By, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { RenewPassword } from './renew-password.js';
import { SESSION_COOKIE, Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

@Controller()
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly renewPassword: RenewPassword,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiRoute('login')
  async login(
    @Input() { body }: Received<Api['login']>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { token } = await this.signIn.run(body, request.ip);
    const secure = this.config.PUBLIC_URL?.startsWith('https:') ?? false;
    reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure });
    return this.describe(token);
  }

  @ApiRoute('logout')
  async logout(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.signIn.out(request.cookies[SESSION_COOKIE]!, request.actor);
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return { done: true };
  }

  @ApiRoute('me')
  me(@Req() request: ApiRequest): Promise<Me> {
    return this.describe(request.cookies[SESSION_COOKIE]!);
  }

  @ApiRoute('renewPassword')
  renew(@Input() { params, body }: Received<Api['renewPassword']>, @By() actor: Actor) {
    return this.renewPassword.run(params.username, body.reason, actor);
  }

  private async describe(token: string): Promise<Me> {
    const session = (await this.sessions.find(token))!;
    return {
      id: session.actor.accountId,
      username: session.username,
      displayName: session.actor.name,
      role: session.actor.role as Me['role'],
      teamCode: session.actor.teamCode,
      county: this.config.COUNTY_NAME,
      centrePhone: this.config.CENTRE_PHONE,
      zone: this.config.COUNTY_TZ,
      practice: this.config.SMS_PROVIDER.includes('simulator') || this.config.DRILL_PHONES,
      serverNow: this.clock.now().toISOString(),
    };
  }
}
