import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { EditSeatArea } from './edit-seat-area.js';
import { Gazetteer } from './gazetteer.js';
import { readTownships } from './township.queries.js';

@Controller()
export class PlacesController {
  constructor(
    private readonly database: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly editSeatArea: EditSeatArea,
  ) {}

  @ApiRoute('searchPlaces')
  async search(@Input() { query }: Received<Api['searchPlaces']>) {
    return { items: await this.gazetteer.search(query.q, query.limit) };
  }

  @ApiRoute('listTownships')
  async townships() {
    return { items: await readTownships(this.database) };
  }

  @ApiRoute('editSeatArea')
  seatArea(@Input() { params, body }: Received<Api['editSeatArea']>, @By() actor: Actor) {
    return this.editSeatArea.run(params.code, body, actor);
  }
}
