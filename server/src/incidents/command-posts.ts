import type { CommandPost } from '@liandong/shared/incident.acts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Kept } from '../platform/kept.js';
import { Problem } from '../platform/problem.js';
import { LEAD_HEAD } from './scene-command.rules.js';

const COLUMNS = 'code, post, name, phone, classes, basis';

/** Who commands at the scene, by class of incident: the posts of the document, and the people who hold them. */
@Injectable()
export class CommandPosts {
  private readonly posts: Kept<CommandPost[]>;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    this.posts = new Kept(() => this.list());
  }

  list(): Promise<CommandPost[]> {
    return this.database.query(`SELECT ${COLUMNS} FROM command_posts ORDER BY code DESC`);
  }

  /** The post and the person for a class; the head of the lead team, not yet known, for all the others. */
  async of(incidentClass: string | null): Promise<{ post: string; commander: { name: string; phone: string } | null }> {
    const found = (await this.posts.get()).find(({ classes }) => classes.includes(incidentClass ?? ''));
    if (!found) return { post: LEAD_HEAD, commander: null };
    return { post: found.post, commander: found.name ? { name: found.name, phone: found.phone } : null };
  }

  /** Another person holds the post from now on; incidents already running keep theirs. @throws Problem not-found */
  async edit(
    code: string,
    person: { name: string; phone: string; reason: string },
    actor: Actor,
  ): Promise<CommandPost> {
    const edited = await this.transactions.run(async (tx) => {
      const [before] = await tx.query(`SELECT ${COLUMNS} FROM command_posts WHERE code = $1 FOR UPDATE`, [code]);
      if (!before) throw new Problem('not-found', { detail: '没有这个职务' });
      await nameCommandPost(tx, code, person);
      const { name, phone, reason } = person;
      const payload = {
        code,
        post: before.post,
        before: { name: before.name, phone: before.phone },
        name,
        phone,
        reason,
      };
      await appendEvent(tx, { at: this.clock.now(), type: 'command_post.edited', actor, payload });
      return { ...before, name, phone };
    });
    this.posts.forget();
    return edited;
  }
}

/** Who holds a post, by its title; null: nobody is named. */
export async function personOfPost(tx: EntityManager, post: string): Promise<{ name: string; phone: string } | null> {
  const [row] = await tx.query(`SELECT name, phone FROM command_posts WHERE post = $1 AND name <> ''`, [post]);
  return row ?? null;
}

export async function nameCommandPost(
  tx: EntityManager,
  code: string,
  person: { name: string; phone: string },
): Promise<void> {
  await tx.query('UPDATE command_posts SET name = $2, phone = $3 WHERE code = $1', [code, person.name, person.phone]);
}
