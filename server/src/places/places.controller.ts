import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lonLatSql } from '../database/columns.js';
import { ApiRoute, Input } from '../platform/api-route.js';
import { Gazetteer } from './gazetteer.js';

@Controller()
export class PlacesController {
  constructor(
    private readonly database: DataSource,
    private readonly gazetteer: Gazetteer,
  ) {}

  @ApiRoute('searchPlaces')
  async search(@Input() { query }: Received<Api['searchPlaces']>) {
    return { items: await this.gazetteer.search(query.q, query.limit) };
  }

  @ApiRoute('listTownships')
  async townships() {
    const items = await this.database.query(
      `SELECT code, name, urban, ${lonLatSql('seat')} AS seat,
              seat_grade AS "seatGrade", seat_radius_meters AS "seatRadiusMeters",
              ST_AsGeoJSON(outline)::json -> 'coordinates' -> 0 AS outline, outline_basis AS "outlineBasis"
       FROM townships ORDER BY code`,
    );
    return { items };
  }
}
