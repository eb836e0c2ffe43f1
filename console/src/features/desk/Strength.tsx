import type { StrengthView } from '@liandong/shared/board';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/clock';
import { formatMinute } from '../../ui/time';
import { strengthStanding } from './strength.rules';

/** In the queue: quiet while teams may still answer, a warning once the time is up; nothing when it is enough. */
export function StrengthTag({ strength }: { strength: StrengthView }) {
  const { t } = useTranslation('desk');
  const standing = strengthStanding(strength, useNow());
  const { promised, required } = strength;
  if (standing === 'enough') return null;
  if (standing === 'waiting') return <span className="num faint">{t('strength', { promised, required })}</span>;
  return (
    <span className="tag warn" data-testid="strength-short">
      ! {t('strengthShort', { promised, required })}
    </span>
  );
}

/** In the detail: how many teams promised of how many are needed, and who has not said. */
export function StrengthLine({ strength }: { strength: StrengthView }) {
  const { t } = useTranslation('desk');
  const standing = strengthStanding(strength, useNow());
  const { promised, required, silent, checkAt } = strength;
  const more = [
    t('strengthTitle', { promised, required }),
    silent > 0 && t('strengthSilent', { count: silent }),
    standing === 'waiting' && t('strengthBy', { at: formatMinute(checkAt) }),
  ].filter(Boolean);
  return (
    <p className={`strength ${standing}`} data-testid="strength" data-standing={standing}>
      <b className="num">
        {standing === 'enough' && '✓ '}
        {standing === 'short'
          ? `! ${t('strengthShort', { promised, required })}`
          : t('strength', { promised, required })}
      </b>{' '}
      <span className="quiet">{more.join(' · ')}</span>
    </p>
  );
}
