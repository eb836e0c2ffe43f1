import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/actor.js';
import { ApiRoute, By, Input } from '../../platform/api-route.js';
import { BORDER_FILES, placesCsv, placesGeoJson } from '../export.rules.js';
import { allPlaces } from '../place.queries.js';
import { readTownships } from '../township.queries.js';
import { readBorders } from './borders.queries.js';
import { ImportBorders } from './import-borders.js';

@Controller()
export class BordersController {
  constructor(
    private readonly database: DataSource,
    private readonly imports: ImportBorders,
  ) {}

  @ApiRoute('getBorders')
  get() {
    return readBorders(this.database);
  }

  @ApiRoute('previewBorders')
  preview(@Input() { body }: Received<Api['previewBorders']>) {
    return this.imports.preview(body);
  }

  @ApiRoute('importBorders')
  apply(@Input() { body }: Received<Api['importBorders']>, @By() actor: Actor) {
    return this.imports.apply(body, actor);
  }

  @ApiRoute('exportBorders')
  async exportBorders(@Input() { query }: Received<Api['exportBorders']>) {
    return BORDER_FILES[query.layer](await readBorders(this.database), await readTownships(this.database));
  }

  @ApiRoute('exportPlaces')
  async exportPlaces(@Input() { query }: Received<Api['exportPlaces']>) {
    const places = (await allPlaces(this.database)).filter(({ retiredAt }) => retiredAt === null);
    return query.format === 'csv' ? placesCsv(places) : placesGeoJson(places);
  }
}
