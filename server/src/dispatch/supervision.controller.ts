import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { CorrectOrder } from './correct-order.js';
import { RebaseOrder } from './rebase-order.js';
import { RecallOrder } from './recall-order.js';
import { WaiveObligation } from './waive-obligation.js';
import { WaiveOrder } from './waive-order.js';

/** What only a supervisor does with orders and what they owe: each with a reason, on the record. */
@Controller()
export class SupervisionController {
  constructor(
    private readonly recallOrder: RecallOrder,
    private readonly waiveOrder: WaiveOrder,
    private readonly waiveObligation: WaiveObligation,
    private readonly correctOrder: CorrectOrder,
    private readonly rebaseOrder: RebaseOrder,
  ) {}

  @ApiRoute('recallOrder')
  recall(@Input() { params, body }: Received<Api['recallOrder']>, @By() actor: Actor) {
    return this.recallOrder.run(params.id, body.reason, actor);
  }

  @ApiRoute('waiveOrder')
  waive(@Input() { params, body }: Received<Api['waiveOrder']>, @By() actor: Actor) {
    return this.waiveOrder.run(params.id, body, actor);
  }

  @ApiRoute('waiveObligation')
  waiveOne(@Input() { params, body }: Received<Api['waiveObligation']>, @By() actor: Actor) {
    return this.waiveObligation.run(params.id, body, actor);
  }

  @ApiRoute('correctOrder')
  correct(@Input() { params, body }: Received<Api['correctOrder']>, @By() actor: Actor) {
    return this.correctOrder.run(params.id, body, actor);
  }

  @ApiRoute('rebaseOrder')
  rebase(@Input() { params, body }: Received<Api['rebaseOrder']>, @By() actor: Actor) {
    return this.rebaseOrder.run(params.id, body.reason, actor);
  }
}
