import type { Recommendation } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { targetText } from '../desk/words';
import { levelWord } from './level-word';

interface Props {
  team: Recommendation;
  place: number;
  ticked: boolean;
  refused: boolean;
  /** The team whose place is to be taken. */
  replaced: boolean;
  onToggle: (code: string) => void;
}

/** Where the plan names it: its step, and its level beyond the first. */
function PlanTag({ team: { planStep: step, planLevel } }: Pick<Props, 'team'>) {
  const { t } = useTranslation('intake');
  if (step === null || planLevel === null) return null;
  if (planLevel === 1) return <span className="tag">{t('planStep', { step })}</span>;
  return <span className="tag">{t('levelStep', { level: levelWord(planLevel), step })}</span>;
}

/** One team that could be sent: why, how far, and the minutes it would get. */
export function TeamOption({ team, place, ticked, refused, replaced, onToggle }: Props) {
  const { t } = useTranslation('intake');
  const { t: tDesk } = useTranslation(['desk', 'signs']);
  return (
    <li className={`team-option${ticked ? ' ticked' : ''}${refused ? ' refused' : ''}${replaced ? ' replaced' : ''}`}>
      <label data-testid={`dispatch-team-${team.teamCode}`} data-ticked={ticked}>
        <kbd>{place <= 9 ? place : '·'}</kbd>
        <input
          type="checkbox"
          checked={ticked}
          disabled={team.alreadyOrdered || replaced}
          onChange={() => onToggle(team.teamCode)}
          aria-label={team.teamName}
        />
        <span className="what">
          <span className="first">
            <b>{team.teamName}</b> <span className="num faint">{team.teamCode}</span>
            <PlanTag team={team} />
            {team.setAside !== null && <span className="tag warn">✕ {t('setAside')}</span>}
            {team.meetsTarget === false && <span className="tag warn">⚠ {t('late')}</span>}
            {replaced && <span className="tag warn">□ {t('cannotCome')}</span>}
            {team.alreadyOrdered && <span className="tag">{t('alreadyOrdered')}</span>}
            {!team.onDuty && <span className="tag warn">! {t('offDuty')}</span>}
            {team.committed > 0 && <span className="tag">{t('committed', { count: team.committed })}</span>}
            {refused && <span className="tag warn">! {t('refused')}</span>}
          </span>
          <span className="reasons" title={team.reasons.join('\n')}>
            {team.reasons.join(' · ')}
          </span>
          <span className="target">{targetText(team.target, tDesk)}</span>
        </span>
        <span className="num km">
          {team.expectedMinutes !== null && (
            <b title={t(team.expectedBy === 'road' ? 'byRoad' : 'byLine')}>
              {t('minutes', { minutes: team.expectedMinutes })}
            </b>
          )}
          {team.distanceKm === null ? '—' : `${team.distanceKm.toFixed(1)} km`}
        </span>
      </label>
    </li>
  );
}
