import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { ApiRoute, By, Input } from '../../../platform/api-route.js';
import { ConfirmPush } from './confirm-push.js';
import { EndSubscriptions } from './end-subscriptions.js';
import { MessageKeys } from './message-keys.js';
import { SubscribePush } from './subscribe-push.js';

const DONE = { done: true } as const;

/** Browsers that take pushes, and what they say of them. */
@Controller()
export class PushController {
  constructor(
    private readonly keys: MessageKeys,
    private readonly subscribing: SubscribePush,
    private readonly ending: EndSubscriptions,
    private readonly confirming: ConfirmPush,
  ) {}

  @ApiRoute('pushKey')
  key() {
    return { key: this.keys.vapid.publicKey };
  }

  @ApiRoute('subscribePush')
  async subscribe(@Input() { body }: Received<Api['subscribePush']>, @By() actor: Actor) {
    await this.subscribing.run(body, actor);
    return DONE;
  }

  @ApiRoute('unsubscribePush')
  async unsubscribe(@Input() { body }: Received<Api['unsubscribePush']>, @By() actor: Actor) {
    await this.ending.ownOne(body.endpoint, actor);
    return DONE;
  }

  @ApiRoute('pushReceived')
  async received(@Input() { body }: Received<Api['pushReceived']>, @By() actor: Actor) {
    await this.confirming.run(body.messageId, actor);
    return DONE;
  }
}
