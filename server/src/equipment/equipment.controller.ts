import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { EditEquipment } from './edit-equipment.js';
import { datedBy, listEquipment } from './equipment.queries.js';
import { SearchEquipment } from './search-equipment.js';

/** 装备物资. */
@Controller()
export class EquipmentController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly searchEquipment: SearchEquipment,
    private readonly editEquipment: EditEquipment,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiRoute('listEquipment')
  async list(@Input() { query }: Received<Api['listEquipment']>, @By() actor: Actor) {
    if (actor.role === 'team' && query.teamCode && query.teamCode !== actor.teamCode) throw new Problem('not-allowed');
    const rows = await listEquipment(this.database, actor.role === 'team' ? actor.teamCode : (query.teamCode ?? null));
    return { items: rows.map(await datedBy(this.database, this.clock.now(), this.config.COUNTY_TZ)) };
  }

  @ApiRoute('searchEquipment')
  search(@Input() { query: { q, incidentId, lon, lat, faulty } }: Received<Api['searchEquipment']>) {
    const point = lon === undefined || lat === undefined ? null : { lon, lat };
    return this.searchEquipment.run({ q, incidentId, point, faulty: faulty === '1' });
  }

  @ApiRoute('addEquipment')
  add(@Input() { body }: Received<Api['addEquipment']>, @By() actor: Actor) {
    return this.editEquipment.add(body, actor);
  }

  @ApiRoute('editEquipment')
  edit(@Input() { params, body }: Received<Api['editEquipment']>, @By() actor: Actor) {
    return this.editEquipment.edit(params.id, body, actor);
  }

  @ApiRoute('checkEquipment')
  check(@Input() { params, body }: Received<Api['checkEquipment']>, @By() actor: Actor) {
    return this.editEquipment.check(params.id, body, actor);
  }

  @ApiRoute('retireEquipment')
  retire(@Input() { params, body }: Received<Api['retireEquipment']>, @By() actor: Actor) {
    return this.editEquipment.retire(params.id, body.reason, actor);
  }
}
