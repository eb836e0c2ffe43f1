import type { EntityManager } from 'typeorm';
import { enqueueMessages } from '../messages/enqueue.js';
import { expertWords } from '../messages/forces-text.rules.js';
import type { CallRow } from './expert.queries.js';

/** A text and a call to each, at once; `step` 1: once more. */
export function sendCalls(
  tx: EntityManager,
  calls: readonly Pick<CallRow, 'id' | 'incidentId' | 'expertName' | 'phone' | 'place' | 'task' | 'drill'>[],
  step: 0 | 1,
  dueAt: Date,
): Promise<void> {
  const messages = calls.flatMap((call) => {
    const words = expertWords(called(call.expertName), call.place, call.task);
    return (['sms', 'voice'] as const).map((channel) => ({
      purpose: 'notice' as const,
      step,
      channel,
      recipientName: call.expertName,
      recipientPost: 'expert',
      phone: call.phone,
      words,
      drill: call.drill,
      dueAt,
      subjectId: call.id,
      ...(call.incidentId ? { incidentId: call.incidentId } : {}),
    }));
  });
  return enqueueMessages(tx, messages);
}

const called = (name: string): string => (name.endsWith('专家') ? name : `${name}专家`);
