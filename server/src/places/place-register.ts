import type { PlacesQuery, PlaceView } from '@liandong/shared/place';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { allPlaces, pageOfPlaces } from './place.queries.js';
import { indexOf, searchPlaces } from './search.rules.js';

/** More hits than anybody leafs through. */
const MOST_HITS = 200;

/** The gazetteer as the settings page lists it: by kind, township, and words searched as in intake. */
@Injectable()
export class PlaceRegister {
  constructor(private readonly database: DataSource) {}

  async list(asked: z.output<typeof PlacesQuery>): Promise<{ items: PlaceView[]; total: number }> {
    if (!asked.q) return pageOfPlaces(this.database, asked);
    const places = (await allPlaces(this.database)).filter(
      ({ kind, townshipCode, retiredAt }) =>
        (!asked.kind || kind === asked.kind) &&
        (!asked.township || townshipCode === asked.township) &&
        (retiredAt !== null) === (asked.retired === '1'),
    );
    const byCode = new Map(places.map((place) => [place.code, place]));
    // A point between two kilometre marks is found too, but is no entry.
    const hits = searchPlaces(indexOf(places), asked.q, MOST_HITS).filter(({ code }) => byCode.has(code));
    return { items: hits.slice((asked.page - 1) * asked.limit, asked.page * asked.limit), total: hits.length };
  }
}
