import { randomUUID } from 'node:crypto';
import type { IncidentView } from '@liandong/shared/incident';
import { CHANNELS } from '@liandong/shared/message';
import type { OrderView } from '@liandong/shared/order';
import { LANDSLIDE } from '../factories.js';
import { Desk } from './desk.js';
import { type Dice, pause } from './dice.js';
import { FATES, type Ledger, type PromisedOrder } from './ledger.js';
import type { Providers } from './providers.js';
import type { Sql } from './sql.js';

/** What a team reports one after the other, by digit. */
const LIFE = ['1', '2', '3', '4'];
/** Texts nobody can read, or that name no order: they wait for a person. */
const UNCLEAR = ['在吗', '路上堵了', '1 9999', '收到'];

/** A hall has so many hands: with more waiting for an answer, nothing new is begun. */
const MOST_AT_ONCE = 12;

/** Time passes for one order: its clocks and the rungs still to come are so many seconds nearer. */
const AGE = `
  WITH owed AS (
    UPDATE obligations SET started_at = started_at - $2 * interval '1 s', due_at = due_at - $2 * interval '1 s',
      next_chase_at = next_chase_at - $2 * interval '1 s' WHERE order_id = $1 AND state = 'open')
  UPDATE outgoing_messages SET due_at = due_at - $2 * interval '1 s', first_due_at = first_due_at - $2 * interval '1 s'
  WHERE order_id = $1 AND state = 'queued' AND step > 0 AND purpose = 'order'`;

/** A county at work, whatever happens to its server: calls, orders, recalls, replies, time that passes. */
export class Story {
  private readonly desk: Desk;
  private readonly supervisor: Desk;
  private readonly underWay = new Set<Promise<void>>();
  private readonly incidents: string[] = [];
  private readonly faults: unknown[] = [];
  private phones = new Map<string, string>();
  private calls = 0;
  private going: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly providers: Providers,
    private readonly sql: Sql,
    private readonly ledger: Ledger,
    private readonly dice: Dice,
  ) {
    this.desk = new Desk(url, 'dispatcher');
    this.supervisor = new Desk(url, 'supervisor');
  }

  async begin(): Promise<void> {
    const rows = await this.sql.rows<{ code: string; phone: string }>(
      `SELECT team_code AS code, min(phone) AS phone FROM team_members WHERE post = 'commander' GROUP BY 1`,
    );
    this.phones = new Map(rows.map(({ code, phone }) => [code, phone]));
  }

  go(): void {
    this.stopped = false;
    this.going = this.work();
  }

  /** Begins nothing more, and waits until everything begun is answered. @throws whatever was answered with a no */
  async rest(): Promise<void> {
    this.stopped = true;
    await this.going;
    while (this.underWay.size > 0) await Promise.all(this.underWay);
    if (this.faults.length > 0) throw this.faults[0];
  }

  /** The day's work is closed: open orders are recalled, nothing is owed any more. */
  async close(): Promise<void> {
    for (const id of this.incidents.splice(0))
      await this.supervisor.surely('POST', `/api/incidents/${id}/close`, { reason: '演示结束', waive: true });
  }

  /** The log is whole, link by link. */
  async brokenTrail(): Promise<string[]> {
    const auditor = new Desk(this.url, 'auditor');
    const { body } = await auditor.surely<{ valid: boolean }>('GET', '/api/audit/verification');
    return body.valid ? [] : [`the chain of events: ${JSON.stringify(body)}`];
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      if (this.underWay.size < MOST_AT_ONCE) this.follow(this.callOut());
      await pause(this.dice.between(300, 1500));
    }
  }

  private follow(work: Promise<void>): void {
    const done: Promise<void> = work
      .catch((error: unknown) => void this.faults.push(error))
      .finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  private async callOut(): Promise<void> {
    const { dice, ledger } = this;
    this.calls += 1;
    const narrative = `${LANDSLIDE.narrative}（第${this.calls}起）`;
    const teamCodes = dice.some([...this.phones.keys()], dice.between(1, 3));
    const body = { ...LANDSLIDE, narrative, clientId: randomUUID() };
    const { body: incident } = await this.desk.surely<IncidentView>('POST', '/api/incidents', body);
    this.incidents.push(incident.id);
    const wanted = { teamCodes, task: `任务${this.calls}`, clientId: randomUUID() };
    const path = `/api/incidents/${incident.id}/orders`;
    const answer = await this.desk.surely<{ orders: OrderView[] }>('POST', path, wanted);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    for (const { id, code, incidentId, teamCode } of answer.body.orders) {
      const fate = dice.pick(FATES);
      const order = { id, code, incidentId, teamCode, channels: CHANNELS, fate, kill: ledger.kills };
      ledger.orders.push(order);
      this.follow(this[fate](order));
    }
  }

  private async silent(): Promise<void> {}

  private async aged({ id }: PromisedOrder): Promise<void> {
    const seconds = this.dice.pick([170, 400, 1200, 4000]);
    await pause(this.dice.between(0, 800));
    await this.sql.rows(AGE, [id, seconds]);
  }

  private async answered({ code, teamCode }: PromisedOrder): Promise<void> {
    const phone = this.phones.get(teamCode)!;
    for (const digit of LIFE.slice(0, this.dice.between(1, LIFE.length))) {
      await pause(this.dice.between(0, 900));
      await this.reply(phone, `${digit} ${code}`);
    }
    if (this.dice.chance(0.2)) await this.reply(phone, this.dice.pick(UNCLEAR));
    if (this.dice.chance(0.3)) await this.press(phone);
  }

  private async reply(phone: string, text: string): Promise<void> {
    const told = await this.providers.text(phone, text);
    this.ledger.replies.push({ ...told, text, kill: this.ledger.kills });
  }

  private async press(phone: string): Promise<void> {
    const told = await this.providers.press(phone, '1');
    if (told) this.ledger.replies.push({ ...told, text: '1', kill: this.ledger.kills });
  }

  private async recalled({ id }: PromisedOrder): Promise<void> {
    await pause(this.dice.between(0, 2000));
    const { status } = await this.supervisor.surely('POST', `/api/orders/${id}/recall`, { reason: '警情已解除' });
    // 409: done before, by a try nobody was told the end of.
    if (status < 300 || status === 409) this.ledger.recalled.push(id);
    else throw new Error(`recall: ${status}`);
  }
}
