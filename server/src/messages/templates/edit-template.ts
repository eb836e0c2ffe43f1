import type { TemplateApproval, TemplateView, EditTemplate as Wanted } from '@liandong/shared/message-template';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problem.js';
import { MessageTemplate } from './template.entity.js';
import { templateViews } from './template.queries.js';
import { whyNotTemplate } from './template.rules.js';

/** Another text for what the system writes; it holds from now on, messages already written stay as they are. */
@Injectable()
export class EditTemplate {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, bad-request (what the template cannot do without, or cannot hold) */
  run(key: string, wanted: Wanted, actor: Actor): Promise<TemplateView> {
    return this.transactions.run(async (tx) => {
      // One change at a time: before and after on the record follow on from each other.
      await tx.query('LOCK TABLE message_templates IN SHARE ROW EXCLUSIVE MODE');
      const templates = await templateViews(tx);
      const before = templates.find((template) => template.key === key);
      if (!before) throw new Problem('not-found', { detail: '没有这个短信模板' });
      const approvals = registered(wanted.approvals);
      const fields = whyNotTemplate(before, { body: wanted.body, approvals }, templates);
      if (fields.length > 0) throw new Problem('bad-request', { fields });
      const now = this.clock.now();
      const row = { key, body: wanted.body, approvals, editedAt: now, editedBy: actor.name };
      await tx.upsert(MessageTemplate, row, ['key']);
      const after = { ...before, ...row, editedAt: now.toISOString() };
      const change = { before: content(before), after: content(after), reason: wanted.reason };
      await appendEvent(tx, {
        at: now,
        type: 'template.edited',
        actor,
        payload: { key, title: before.title, ...change },
      });
      return after;
    });
  }
}

const content = ({ body, approvals }: TemplateView) => ({ body, approvals });

/** An empty code is none, and a provider without any has registered nothing. */
function registered(approvals: Wanted['approvals']): Record<string, TemplateApproval> {
  const filled = Object.entries(approvals).map(([provider, { sms, voice, variables }]) => {
    const codes = { ...(sms ? { sms } : {}), ...(voice ? { voice } : {}) };
    return [provider, { ...codes, ...(variables?.length ? { variables } : {}) }] as const;
  });
  return Object.fromEntries(filled.filter(([, approval]) => Object.keys(approval).length > 0));
}
