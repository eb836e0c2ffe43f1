import type { TeamRow } from '@liandong/shared/team';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../ui/time';

/** How many people of how many; a gap with the day it began. */
export function Strength({ team }: { team: Pick<TeamRow, 'strength' | 'minimumStrength' | 'shortSince'> }) {
  const { t } = useTranslation('teams');
  const gap = team.minimumStrength - team.strength;
  return (
    <>
      <span className="num">
        {team.strength} / {team.minimumStrength}
      </span>{' '}
      {gap > 0 ? (
        <b className="gap">
          ! {t('short', { count: gap })}
          {team.shortSince !== null && <small> {t('since', { day: formatDate(team.shortSince).slice(5) })}</small>}
        </b>
      ) : (
        <span className="enough">✓ {t('enough')}</span>
      )}
    </>
  );
}
