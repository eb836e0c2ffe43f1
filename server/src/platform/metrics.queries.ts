import type { DataSource } from 'typeorm';

/** Prometheus text: the few numbers that say whether orders go out and clocks are kept. */
export async function metricsText(database: DataSource, now: Date): Promise<string> {
  const [row] = await database.query(
    `SELECT (SELECT count(*) FROM incidents WHERE status = 'open') AS incidents_open,
            (SELECT count(*) FROM orders WHERE status NOT IN ('cleared', 'declined', 'recalled')) AS orders_open,
            (SELECT count(*) FROM outgoing_messages WHERE state = 'queued' AND due_at <= $1) AS messages_due,
            (SELECT count(*) FROM outgoing_messages WHERE state = 'sending' AND lease_until < $1) AS messages_abandoned,
            (SELECT count(*) FROM message_lines WHERE state = 'sick') AS lines_sick,
            (SELECT count(*) FROM refused_hooks WHERE at > $1 - interval '1 hour') AS hooks_refused_last_hour,
            (SELECT count(*) FROM obligations WHERE next_chase_at < $1) AS obligations_due,
            (SELECT count(*) FROM incoming_replies WHERE state = 'queued') AS replies_waiting,
            (SELECT count(*) FROM event_log WHERE position IS NULL) AS events_unsealed`,
    [now],
  );
  const lines = Object.entries(row).map(([name, value]) => `# TYPE liandong_${name} gauge\nliandong_${name} ${value}`);
  lines.push(`# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes ${process.memoryUsage.rss()}`);
  return `${lines.join('\n')}\n`;
}
