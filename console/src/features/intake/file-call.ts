import type { IncidentTypeView } from '@liandong/shared/incident';
import { ApiProblem } from '../../api/client';
import { sendOrKeep } from '../../api/outbox';
import { i18next } from '../../i18n';
import { patchRow } from '../../live/feed';
import { notify } from '../../ui/notice';
import { complain } from '../desk/actions';
import { closePanel, openDispatch, select } from '../desk/desk-state';
import { shortNumber } from '../desk/words';
import { compose, toCreate } from './compose.rules';
import { clearDraft, presentDraft } from './draft';
import { finalProposal } from './use-proposal';

/** The contract's shortest narrative. */
const SHORTEST = 2;
let filing = false;

/**
 * File the call. Without a line it is kept and filed when the line is back.
 * @param dispatching open the dispatch panel for it at once
 * @returns the server's refusal, for the form to show at its fields; null otherwise
 */
export async function fileCall(types: readonly IncidentTypeView[], dispatching: boolean): Promise<ApiProblem | null> {
  const draft = presentDraft();
  if (filing) return null;
  if (draft.narrative.trim().length < SHORTEST) {
    notify(i18next.t('intake:needNarrative'), true);
    return null;
  }
  filing = true;
  try {
    const undecided = draft.typeCode === undefined || draft.place === undefined;
    const known = undecided ? await finalProposal() : undefined;
    const body = toCreate(draft, compose(draft, known, types));
    const kept = { body, undecided: { type: draft.typeCode === undefined, place: draft.place === undefined } };
    const answer = await sendOrKeep('createIncident', { body }, kept);
    clearDraft();
    if (answer === 'kept') {
      notify(i18next.t('intake:kept'));
      closePanel();
      return null;
    }
    patchRow({ ...answer, calls: 1, orders: [], openReplies: 0, owed: [], strength: null });
    select(answer.id);
    notify(i18next.t('intake:filed', { number: shortNumber(answer.number) }));
    if (dispatching) openDispatch();
    else closePanel();
  } catch (error) {
    complain(error);
    return error instanceof ApiProblem ? error : null;
  } finally {
    filing = false;
  }
  return null;
}
