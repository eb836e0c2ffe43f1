import { useTranslation } from 'react-i18next';
import { formatMinute } from '../../ui/time';
import { select } from '../desk/desk-state';
import { shortNumber } from '../desk/words';
import { PROPOSAL_KEYS, type Proposal } from './compose.rules';
import './duplicates.css';

interface Props {
  duplicates: Proposal['duplicates'];
  onJoin: (incidentId: string) => void;
}

/** Incidents this call may be about, with the reasons; one key files it as a further call of that incident. */
export function Duplicates({ duplicates, onJoin }: Props) {
  const { t } = useTranslation('intake');
  if (duplicates.length === 0) return null;
  return (
    <fieldset className="duplicates" data-testid="intake-duplicates">
      <legend>! {t('duplicates')}</legend>
      <ul>
        {duplicates.map((each, index) => (
          <li key={each.incidentId}>
            <button type="button" className="what" title={each.narrative} onClick={() => select(each.incidentId)}>
              <span>
                <b className="num">{shortNumber(each.number)}</b> {formatMinute(each.receivedAt)} {each.placeText}
                {each.dispatched && <span className="tag">{t('alreadyOrdered')}</span>}
              </span>
              <span className="because">{each.reasons.join(' · ')}</span>
            </button>
            <button
              type="button"
              className="btn"
              data-testid={`join-${each.number}`}
              onClick={() => onJoin(each.incidentId)}
            >
              {t('join')} <kbd>Alt {PROPOSAL_KEYS + index + 1}</kbd>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
