import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiRoute } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { rulesInForce } from './rules-in-force.queries.js';

@Controller()
export class TargetsController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  @ApiRoute('listResponseRules')
  async rules() {
    return { items: await rulesInForce(this.database, this.clock.now()) };
  }
}
