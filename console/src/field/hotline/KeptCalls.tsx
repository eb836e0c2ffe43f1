import type { Me } from '@liandong/shared/auth';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/time';
import { dismissAct } from '../kept/acts';
import type { Act } from '../kept/acts.rules';
import { useLocal } from '../todo/owed';
import { type CallDraft, draftOf } from './hotline.rules';

type CallAct = Extract<Act, { kind: 'hotline' }>;

function Refused({ act, onEdit }: { act: CallAct; onEdit: (draft: CallDraft) => void }) {
  const { t } = useTranslation('field');
  function edit(): void {
    onEdit(draftOf(act.call));
    dismissAct(act.clientId);
  }
  return (
    <div className="row">
      <button type="button" className="small" onClick={edit}>
        {t('hotline.edit')}
      </button>
      <button type="button" className="small danger" onClick={() => dismissAct(act.clientId)}>
        {t('hotline.drop')}
      </button>
    </div>
  );
}

/** Calls that are not registered yet, or were refused. */
export function KeptCalls({ me, onEdit }: { me: Me; onEdit: (draft: CallDraft) => void }) {
  const { t } = useTranslation('field');
  const calls = useLocal(me.username).acts.filter((act): act is CallAct => act.kind === 'hotline');
  return calls.map((act) => (
    <div key={act.clientId} className="kept-call" role="status" data-testid="field-hotline-kept">
      <b className={act.refusal === null ? 'near' : 'over'}>
        {act.refusal === null ? `… ${t('hotline.kept')}` : `! ${t('hotline.refused', { words: act.refusal })}`}
        <span className="num quiet"> {formatInstant(act.call.occurredAt)}</span>
      </b>
      <p className="written">{[act.call.placeText, act.call.narrative].filter(Boolean).join(' · ')}</p>
      {act.refusal !== null && <Refused act={act} onEdit={onEdit} />}
      {act.refusal === null && act.notBefore > 0 && (
        <>
          <p className="quiet">{t('hotline.keptWhy')}</p>
          <a className="small tel" href={`tel:${me.centrePhone}`}>
            {t('hotline.callCentre', { phone: me.centrePhone })}
          </a>
        </>
      )}
    </div>
  ));
}
