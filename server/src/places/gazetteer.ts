import type { PlaceHit } from '@liandong/shared/place';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lonLatSql } from '../database/columns.js';
import { Kept } from '../platform/kept.js';
import { placesInText } from './narrative.rules.js';
import { type Index, indexOf, searchPlaces } from './search.rules.js';

type Entry = PlaceHit & { aliases: string[] };

/** A few thousand names: kept in memory, searched in a few milliseconds. */
@Injectable()
export class Gazetteer implements OnApplicationBootstrap {
  private readonly index = new Kept(() => this.read());

  constructor(private readonly database: DataSource) {}

  /** The first caller's words shall not wait for the names to be spelled. */
  onApplicationBootstrap(): void {
    this.index.get().catch(() => undefined);
  }

  async search(query: string, limit: number): Promise<PlaceHit[]> {
    return searchPlaces(await this.index.get(), query, limit).map(plain);
  }

  /** Places a narrative names, best first. */
  async namedIn(text: string, limit: number): Promise<PlaceHit[]> {
    return placesInText(await this.index.get(), text)
      .slice(0, limit)
      .map(plain);
  }

  /** Names were changed here: the next search reads them afresh. */
  forget(): void {
    this.index.forget();
  }

  private async read(): Promise<Index<Entry>> {
    const entries: Entry[] = await this.database.query(
      `SELECT p.code, p.name, p.aliases, p.kind, p.township_code AS "townshipCode", t.name AS "townshipName", p.grade,
              ${lonLatSql('p.location')} AS location
       FROM places p JOIN townships t ON t.code = p.township_code WHERE p.retired_at IS NULL
       UNION ALL
       SELECT code, name, '{}', 'township', code, name, seat_grade, ${lonLatSql('seat')} FROM townships`,
    );
    return indexOf(entries);
  }
}

function plain({ aliases: _, ...hit }: Entry): PlaceHit {
  return hit;
}
