import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { armSound, beep } from '../../ui/beep';
import { presentSecond } from '../../ui/clock';
import { useKeys } from '../../ui/keys';
import { select, selectOrder } from './desk-state';
import { alarmKey, type Breach } from './queue.rules';

/** The sound comes back after this, until somebody takes the alarm. */
const REPEAT_MS = 10_000;
/** What was overdue this long before the desk was opened is old news: shown red, without an alarm. */
const OLD_NEWS_MS = 10 * 60_000;
const MUTED = 'liandong.muted';

const openedAt = presentSecond();
const fresh = (breach: Breach): boolean => Date.parse(breach.obligation.dueAt ?? '') > openedAt - OLD_NEWS_MS;

/** New breaches sound until taken, and again when the clock insists: one line that names the latest, with a key to take all. */
export function AlarmStrip({ breaches }: { breaches: readonly Breach[] }) {
  const { t } = useTranslation(['desk', 'signs']);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [muted, setMuted] = useState(() => localStorage.getItem(MUTED) === '1');
  const alarms = breaches.filter((breach) => fresh(breach) && !taken.has(alarmKey(breach)));
  const kind = alarms.some((breach) => breach.obligation.kind !== 'acknowledge') ? 'target' : 'acknowledge';
  const sounding = alarms.length > 0 && !muted;
  const newest = alarms.at(-1);

  useEffect(() => armSound(), []);
  const latestId = newest && alarmKey(newest);
  // A further breach sounds at once, not at the next repetition.
  useEffect(() => {
    if (!sounding || latestId === undefined) return;
    beep(kind);
    const timer = setInterval(() => beep(kind), REPEAT_MS);
    return () => clearInterval(timer);
  }, [sounding, kind, latestId]);

  const take = (): void => setTaken(new Set(breaches.map(alarmKey)));
  const mute = (): void => {
    localStorage.setItem(MUTED, muted ? '0' : '1');
    setMuted(!muted);
  };
  useKeys({ Space: take }, { enabled: newest !== undefined });
  if (newest === undefined) return null;
  const show = (): void => {
    select(newest.row.id);
    selectOrder(newest.order.id);
  };
  return (
    <div className="alarm" role="alert" data-testid="alarm">
      <button type="button" className="alarm-what" onClick={show}>
        ▲ {alarms.length > 1 && `${t('desk:alarmCount', { count: alarms.length })} · `}
        {newest.order.teamShortName} {t(`signs:owesLate.${newest.obligation.kind}`)}
      </button>
      <button type="button" className="btn" onClick={take} data-testid="alarm-take">
        {t('desk:alarmTake')} <kbd>{t('desk:spaceKey')}</kbd>
      </button>
      <button type="button" className="btn ghost" onClick={mute} aria-pressed={muted}>
        {t(muted ? 'desk:unmute' : 'desk:mute')}
      </button>
    </div>
  );
}
