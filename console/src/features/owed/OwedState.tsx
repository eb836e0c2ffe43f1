import type { OwedRow } from '@liandong/shared/obligation';
import { readClock } from '@liandong/shared/obligation.clock';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/clock';
import { formatCountdown, formatSpan } from '../../ui/time';
import { lateBy, standingOf } from './owed.rules';

/** How it stands in a word, with the clock that runs or the time it was late by. */
export function OwedState({ row }: { row: OwedRow }) {
  const { t } = useTranslation(['owed', 'signs', 'desk']);
  const now = useNow();
  const standing = standingOf(row, now);
  const clock = readClock(row, now);
  const late = lateBy(row, now);
  const overdue = late === null ? '' : t('owed:lateBy', { span: formatSpan(late) });
  const words = {
    running: clock.phase === 'untimed' ? formatSpan(clock.seconds) : formatCountdown(clock.seconds),
    over: `! ${t('desk:overWord')} ${formatCountdown(clock.seconds)}`,
    met: `✓ ${t('desk:met', { span: formatSpan(clock.seconds) })}`,
    late: `! ${overdue}`,
    never: `! ${t('owed:never')}`,
    waived: `□ ${t('signs:owedState.waived')}`,
  };
  return (
    <>
      <b className={`num owed-state ${standing} ${clock.phase}`}>{words[standing]}</b>
      {row.state === 'waived' && row.waivedReason !== null && (
        <div className="quiet small">
          {t('owed:waivedFor', {
            code: waiverWord(row.waivedCode, t),
            reason: row.waivedReason,
            by: row.waivedBy ?? '',
          })}
        </div>
      )}
    </>
  );
}

const WAIVERS = {
  stood_down: 'signs:waiver.stood_down',
  road_cut: 'signs:waiver.road_cut',
  other: 'signs:waiver.other',
} as const;
const waiverWord = (code: string | null, t: (key: (typeof WAIVERS)[keyof typeof WAIVERS]) => string): string =>
  code !== null && code in WAIVERS ? t(WAIVERS[code as keyof typeof WAIVERS]) : '';
