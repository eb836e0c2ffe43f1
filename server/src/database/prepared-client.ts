import { createHash } from 'node:crypto';
import pg from 'pg';

const names = new Map<string, string>();

/** Statements with parameters come from code, so they are few: each is parsed once per connection and then only run. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('md5').update(text).digest('hex');
    names.set(text, name);
  }
  return name;
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
const plainQuery = pg.Client.prototype.query as unknown as Query;

/**
 * A client that prepares what it runs. For a real server only: the embedded one has a single session, in which the
 * names of several clients would meet.
 */
export class PreparedClient extends pg.Client {}

(PreparedClient.prototype as unknown as { query: Query }).query = function query(text, values, ...rest) {
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) {
    return plainQuery.call(this, text, values, ...rest);
  }
  return plainQuery.call(this, { name: nameOf(text), text, values }, ...rest);
};
