import type { LineName, LineState } from '@liandong/shared/message';
import { SYSTEM } from '../../platform/actor.js';
import type { Health } from './health.rules.js';

/** What is said of a line that came into a state. */
const SAID: Record<LineState, string> = { well: 'line.well', slow: 'line.slow', sick: 'line.sick', off: 'line.used' };

/** One event for each line whose state is another one now. */
export const healthEvents = (
  before: ReadonlyMap<LineName, Health>,
  after: readonly { name: LineName; health: Health }[],
  at: Date,
) =>
  after
    .filter(({ name, health }) => before.get(name)!.state !== health.state)
    .map(({ name, health }) => ({
      at,
      type: SAID[health.state],
      actor: SYSTEM,
      payload: { line: name, state: health.state, code: health.code },
    }));
