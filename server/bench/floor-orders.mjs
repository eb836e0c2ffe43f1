/**
 * The rows of one order to forty teams, taken from a real one: the floor writes the same number of the same rows with
 * new ids, and does nothing to find out what they should be.
 */
const TABLES = {
  orders: {
    columns: 'id code incident_id team_code status task issued_at issued_by target stamps duty plan',
    json: ['target', 'stamps', 'duty', 'plan'],
  },
  obligations: {
    columns: 'id kind order_id incident_id team_code owed_by started_at due_at state next_chase_at chases basis',
    json: [],
  },
  outgoing_messages: {
    columns: `id order_id incident_id team_code order_code purpose step priority channel recipient_name recipient_post phone
      text template params state due_at first_due_at attempts personal drill`,
    json: ['params'],
  },
  event_log: { columns: 'at type actor_id actor_name actor_role incident_id team_code payload', json: ['payload'] },
};
/** Of what an order's incident has, the rows that the order itself wrote. */
const ONLY = {
  event_log: "AND type = 'order.issued'",
  outgoing_messages: "AND purpose = 'order'",
  obligations: 'AND order_id IS NOT NULL',
};
const namesOf = (table) => TABLES[table].columns.split(/\s+/);

/** Rows of the incident with the most orders. */
export async function readSample(db) {
  const { rows } = await db.query('SELECT incident_id AS id FROM orders GROUP BY 1 ORDER BY count(*) DESC LIMIT 1');
  const sample = {};
  for (const table of Object.keys(TABLES)) {
    const only = ONLY[table] ?? '';
    const sql = `SELECT ${namesOf(table).join(', ')} FROM ${table} WHERE incident_id = $1 ${only} ORDER BY id`;
    sample[table] = (await db.query(sql, [rows[0].id])).rows;
  }
  return sample;
}

/** How many rows of each table one such order makes. */
export const countsOf = (sample) =>
  Object.fromEntries(Object.entries(sample).map(([table, rows]) => [table, rows.length]));

let lastCode = 9;
/** Codes 10…999 in turn; the run ends its orders before they come round again. */
const nextCode = () => {
  lastCode = lastCode === 999 ? 10 : lastCode + 1;
  return lastCode;
};

/** One multi-row INSERT a table, inside the caller's transaction. */
export async function writeOrders(db, incidentId, sample) {
  const now = new Date();
  const renamed = new Map();
  const own = { incident_id: incidentId };
  const orders = sample.orders.map((row) => {
    const order = {
      ...row,
      ...own,
      id: crypto.randomUUID(),
      code: nextCode(),
      issued_at: now,
      status: 'issued',
      stamps: {},
    };
    renamed.set(row.id, order);
    return order;
  });
  const of = (row) => ({ ...row, ...own, id: crypto.randomUUID(), order_id: renamed.get(row.order_id).id });
  const obligations = sample.obligations.map((row) => ({ ...of(row), started_at: now, state: 'open' }));
  const messages = sample.outgoing_messages.map((row) => ({
    ...of(row),
    order_code: renamed.get(row.order_id).code,
    state: 'queued',
    due_at: now,
    first_due_at: now,
    attempts: 0,
  }));
  const events = sample.event_log.map((row) => ({ ...row, ...own, at: now }));
  await insert(db, 'orders', orders);
  await insert(db, 'obligations', obligations);
  await insert(db, 'outgoing_messages', messages);
  await db.query('UPDATE incidents SET first_issued_at = COALESCE(first_issued_at, $2) WHERE id = $1', [
    incidentId,
    now,
  ]);
  await insert(db, 'event_log', events);
  return {
    orders: orders.map((order) => ({ ...order, obligations: obligations.filter((o) => o.order_id === order.id) })),
  };
}

/** INSERT … VALUES (…), (…), …: a parameter a value. */
async function insert(db, table, rows) {
  const names = namesOf(table);
  const { json } = TABLES[table];
  const values = [];
  const tuples = rows.map((row) => {
    const places = names.map((name) => {
      values.push(json.includes(name) ? JSON.stringify(row[name]) : row[name]);
      return `$${values.length}`;
    });
    return `(${places.join(', ')})`;
  });
  await db.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES ${tuples.join(', ')}`, values);
}
