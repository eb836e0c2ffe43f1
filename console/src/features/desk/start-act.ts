import type { UpwardStage } from '@liandong/shared/upward';
import { takeCommand } from './actions';
import { ask } from './desk-state';
import type { IncidentAct } from './incident-acts.rules';

/** Begin an act on an incident: most ask for something first; taking command needs no words and is done at once. */
export function startAct(
  incidentId: string,
  act: IncidentAct,
  more: { stage?: UpwardStage; text?: string } = {},
): void {
  if (act === 'takeCommand') void takeCommand(incidentId);
  else ask({ of: 'incident', act, ...more });
}
