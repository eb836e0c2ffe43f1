import type { ObligationView } from '@liandong/shared/obligation';
import type { OrderView, StampedKind } from '@liandong/shared/order';
import type { World } from './acts.js';

const STEPS = ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared'] as const;
const OWN = { acknowledge: 'acknowledged', muster: 'mustered', on_scene: 'on_scene', clear: 'cleared' } as const;
/** Which steps prove that an obligation was met by then at the latest; said here once more, in its own words. */
const PROVEN_BY: Record<keyof typeof OWN, readonly StampedKind[]> = {
  acknowledge: ['acknowledged', 'mustered', 'en_route', 'on_scene', 'declined'],
  muster: ['mustered', 'en_route', 'on_scene'],
  on_scene: ['on_scene'],
  clear: ['cleared'],
};

/** @throws Error naming the order and what is wrong with it */
export async function expectSound(world: World): Promise<void> {
  const call = await world.app.as('dispatcher');
  const { body } = await call('getIncident', { params: { id: world.incidentId } });
  const now = world.app.now;
  if (body.orders.length !== world.orders.length) throw new Error(`${body.orders.length} orders`);
  for (const order of body.orders) {
    const wrong = [
      ...stampsAgainstStatus(order),
      ...stampsInTime(order, now),
      ...nothingLost(order),
      ...order.obligations.flatMap((owed) => decidedByStamps(order, owed, world.waived.has(order.id), now)),
    ];
    if (wrong.length > 0)
      throw new Error(`order ${order.teamCode} ${order.status}: ${wrong.join('; ')}\n${show(order)}`);
  }
  await expectLogged(world);
}

const show = ({ stamps, corrections, obligations, issuedAt }: OrderView): string =>
  JSON.stringify({ issuedAt, stamps, corrections, obligations }, null, 1);

/** Where an order stands it has been, and it has never been further. */
function stampsAgainstStatus({ status, stamps }: OrderView): string[] {
  const made = Object.keys(stamps) as StampedKind[];
  const wrong: string[] = [];
  if (status !== 'issued' && status !== 'delivered' && !stamps[status]) wrong.push(`no stamp for ${status}`);
  if ((status === 'issued' || status === 'delivered') && made.length > 0) wrong.push(`stamps ${made} on ${status}`);
  const reached = STEPS.indexOf(status as never);
  if (reached >= 0)
    wrong.push(...made.filter((kind) => STEPS.indexOf(kind as never) > reached || !STEPS.includes(kind as never)));
  if (status === 'declined' && (stamps.en_route || stamps.on_scene || stamps.cleared))
    wrong.push('declined on the way');
  if (status === 'recalled' && stamps.cleared) wrong.push('recalled after clearing');
  return wrong;
}

/** The instants that hold: after the issue, in the order of the steps, not in the future. */
function held({ stamps, corrections }: OrderView): Partial<Record<StampedKind, number>> {
  const instants = Object.entries(stamps).map(([kind, stamp]) => [
    kind,
    Date.parse(corrections.find((one) => one.kind === kind)?.at ?? stamp.at),
  ]);
  return Object.fromEntries(instants);
}

function stampsInTime(order: OrderView, now: Date): string[] {
  const at = held(order);
  const line = [
    Date.parse(order.issuedAt),
    ...STEPS.flatMap((kind) => at[kind] ?? []),
    at.declined ?? at.recalled ?? now.getTime(),
    now.getTime(),
  ];
  return line.some((instant, index) => index > 0 && instant < line[index - 1]!)
    ? [`instants out of turn: ${line}`]
    : [];
}

/** Every order owes an answer, arrival, clearing, and what its target asks for: each once; a form once it was at the scene and has ended. */
function nothingLost({ target, obligations, stamps, status }: OrderView): string[] {
  const kinds = obligations.map((owed) => owed.kind).toSorted();
  const expected = ['acknowledge', 'clear', 'on_scene', ...(target.measure === 'mustered' ? ['muster'] : [])];
  if (status === 'cleared' && stamps.on_scene) expected.push('feedback');
  return kinds.join() === expected.toSorted().join() ? [] : [`owes ${kinds}`];
}

/** What is owed is decided by the instants that hold, or runs, or was forgiven or given up for a reason there is. */
function decidedByStamps(order: OrderView, owed: ObligationView, waivedByHand: boolean, now: Date): string[] {
  if (owed.kind === 'feedback') return [];
  const kind = owed.kind as keyof typeof OWN;
  const at = held(order);
  const proofs = PROVEN_BY[kind].flatMap((step) => at[step] ?? []);
  const met = at[OWN[kind]] ?? (proofs.length > 0 ? Math.min(...proofs) : null);
  const due = owed.dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(owed.dueAt);
  const says = `${kind} ${owed.state} ${owed.metAt}`;
  const stoodDown = order.status === 'recalled' || (order.status === 'cleared' && owed.waivedCode === 'stood_down');
  if (owed.state === 'waived') return waivedByHand || stoodDown ? [] : [`${says} without a reason`];
  if (met !== null) {
    const right =
      owed.metAt !== null && Date.parse(owed.metAt) === met && owed.state === (met <= due ? 'met' : 'missed');
    return right ? [] : [`${says}, but met at ${new Date(met).toISOString()}`];
  }
  if (owed.metAt !== null) return [`${says} with no stamp to meet it`];
  const ended = ['cleared', 'declined', 'recalled'].includes(order.status);
  if (ended) return owed.state === 'missed' && owed.givenUp ? [] : [`${says} on an order that is over`];
  return owed.state === (due < now.getTime() ? 'missed' : 'open') ? [] : [`${says} at ${now.toISOString()}`];
}

/** The log tells of each report and each miss once, and no clock ticks for what is decided, or is lost for what is not. */
async function expectLogged({ app, incidentId }: World): Promise<void> {
  const [row] = await app.source.query(
    `SELECT
       (SELECT count(*) FROM event_log WHERE incident_id = $1 AND payload ? 'evidence' AND payload ? 'kind')
         - (SELECT count(*) FROM order_reports r JOIN orders o ON o.id = r.order_id WHERE o.incident_id = $1) AS reports,
       (SELECT count(*) - count(DISTINCT payload ->> 'obligationId') FROM event_log
         WHERE incident_id = $1 AND type = 'obligation.missed') AS "missedTwice",
       (SELECT count(*) FROM obligations WHERE incident_id = $1 AND next_chase_at IS NOT NULL
         AND (met_at IS NOT NULL OR given_up OR state IN ('met', 'waived'))) AS "chasedInVain",
       (SELECT count(*) FROM obligations WHERE incident_id = $1 AND next_chase_at IS NULL AND state = 'open' AND due_at IS NOT NULL) AS lost`,
    [incidentId],
  );
  const wrong = Object.entries(row).filter(([, count]) => Number(count) !== 0);
  if (wrong.length > 0) throw new Error(`log and clocks: ${JSON.stringify(Object.fromEntries(wrong))}`);
}
