import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { mute, useChime, useMuted } from '../../ui/alarm-sound';
import { serverNow } from '../../ui/clock';
import { shortTime } from './duty.rules';
import { type DeskGap, gapsToTell, soundsNow } from './gap-alarm.rules';
import { markGaps, useToldGaps } from './told-gaps';

/** Stays in step with what else shows gaps: one question for all. */
const ASK_AGAIN_MS = 60_000;

function useGapWords(gap: DeskGap | undefined, teams: number): string {
  const { t } = useTranslation('duty');
  if (gap === undefined) return '';
  const team = gap.teamShortName;
  const words =
    Date.parse(gap.startsAt) <= serverNow()
      ? t('deskGapNow', { team })
      : t('deskGapSoon', { team, from: shortTime(gap.startsAt) });
  return teams > 1 ? t('deskGapMore', { words, count: teams - 1 }) : words;
}

/** At the desks: teams with nobody on duty now or within a day. A gentle sound once, a line until somebody takes it. */
export function GapAlarm() {
  const { t } = useTranslation(['duty', 'desk']);
  const { may } = useSession();
  const muted = useMuted();
  const told = useToldGaps();
  const { data } = useAnswer('dutyGaps', {}, { refetchInterval: ASK_AGAIN_MS });
  const present = data?.items ?? [];
  const gaps = may('reply.settle') ? gapsToTell(present, told) : [];
  const teams = new Set(gaps.map(({ teamCode }) => teamCode)).size;
  const [first] = gaps;
  const words = useGapWords(first, teams);
  useChime('duty', soundsNow(gaps, told), () =>
    markGaps(
      gaps.filter(({ id }) => !told[id]),
      'heard',
      present,
    ),
  );
  if (first === undefined) return null;
  return (
    <div className="alarm mild" role="status" data-testid="gap-alarm">
      <Link className="alarm-what" to={teams > 1 ? '/duty' : `/duty?team=${first.teamCode}`}>
        ✕ {words}
      </Link>
      <button
        type="button"
        className="btn"
        onClick={() => markGaps(gaps, 'taken', present)}
        data-testid="gap-alarm-take"
      >
        {t('desk:alarmTake')}
      </button>
      <button type="button" className="btn ghost" onClick={() => mute(!muted)} aria-pressed={muted}>
        {t(muted ? 'desk:unmute' : 'desk:mute')}
      </button>
    </div>
  );
}
