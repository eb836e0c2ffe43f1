import type { PlaceHit } from '@liandong/shared/place';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lonLatSql } from '../database/columns.js';
import { Kept } from '../platform/kept.js';
import { matchScore, placesInText, searchKeys } from './search.rules.js';

type Entry = PlaceHit & { keys: string[] };

/** A few thousand names: kept in memory, searched in well under a millisecond. */
@Injectable()
export class Gazetteer {
  private readonly entries = new Kept(() => this.read());

  constructor(private readonly database: DataSource) {}

  async search(query: string, limit: number): Promise<PlaceHit[]> {
    const scored = (await this.entries.get()).map((entry) => ({ entry, score: matchScore(entry, query) }));
    const hits = scored.filter((hit) => hit.score > 0);
    hits.sort(
      (a, b) =>
        b.score - a.score || a.entry.name.length - b.entry.name.length || (a.entry.code < b.entry.code ? -1 : 1),
    );
    return hits.slice(0, limit).map((hit) => plain(hit.entry));
  }

  /** Places a narrative names, best first. */
  async namedIn(text: string, limit: number): Promise<PlaceHit[]> {
    return placesInText(await this.entries.get(), text)
      .slice(0, limit)
      .map(plain);
  }

  private async read(): Promise<Entry[]> {
    const rows: (PlaceHit & { names: string[] })[] = await this.database.query(
      `SELECT p.code, p.name, p.kind, p.township_code AS "townshipCode", t.name AS "townshipName", p.grade,
              array_prepend(p.name, p.aliases) AS names, ${lonLatSql('p.location')} AS location
       FROM places p JOIN townships t ON t.code = p.township_code WHERE p.retired_at IS NULL
       UNION ALL
       SELECT code, name, 'township', code, name, seat_grade, ARRAY[name, regexp_replace(name, '(街道|镇|乡)$', '')],
              ${lonLatSql('seat')}
       FROM townships`,
    );
    return rows.map(({ names, ...row }) => ({ ...row, keys: searchKeys(names) }));
  }
}

function plain({ keys: _, ...hit }: Entry): PlaceHit {
  return hit;
}
