import { ApiProblem } from '../../api/client';
import { sendOrKeep } from '../../api/outbox';
import { i18next } from '../../i18n';
import { notify } from '../../ui/notice';
import { complain } from '../desk/actions';
import { closePanel, select } from '../desk/desk-state';
import { touchIncident } from '../desk/use-write';
import { type Composed, toJoin } from './compose.rules';
import { clearDraft, presentDraft } from './draft';

/** The contract's shortest narrative. */
const SHORTEST = 2;
let joining = false;

/**
 * File the call as a further one of an incident that is already there. Without a line it is kept and filed later.
 * @returns the server's refusal, for the form to show at its fields; null otherwise
 */
export async function joinCall(incidentId: string, composed: Composed): Promise<ApiProblem | null> {
  const draft = presentDraft();
  if (joining) return null;
  if (draft.narrative.trim().length < SHORTEST) {
    notify(i18next.t('intake:needNarrative'), true);
    return null;
  }
  joining = true;
  try {
    const answer = await sendOrKeep('joinCall', { params: { id: incidentId }, body: toJoin(draft, composed) });
    clearDraft();
    closePanel();
    select(incidentId);
    touchIncident(incidentId);
    notify(answer === 'kept' ? i18next.t('intake:kept') : i18next.t('intake:joined', { number: answer.number }));
  } catch (error) {
    complain(error);
    return error instanceof ApiProblem ? error : null;
  } finally {
    joining = false;
  }
  return null;
}
