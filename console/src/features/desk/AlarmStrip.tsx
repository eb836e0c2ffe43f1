import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { mute, useAlarmSound, useMuted } from '../../ui/alarm-sound';
import { presentSecond } from '../../ui/clock';
import { useKeys } from '../../ui/keys';
import { type DeskAlarm, soundOf } from './alarms.rules';
import { openDispatch, select, selectOrder } from './desk-state';
import { owesLateWord, shortNumber } from './words';

/** What came up this long before the desk was opened is old news: shown in its row, without an alarm. */
const OLD_NEWS_MS = 10 * 60_000;

const openedAt = presentSecond();
const fresh = (alarm: DeskAlarm): boolean => alarm.at > openedAt - OLD_NEWS_MS;

function useAlarmWords(alarm: DeskAlarm | undefined): string {
  const { t } = useTranslation(['desk', 'signs']);
  if (alarm === undefined) return '';
  const number = shortNumber(alarm.row.number);
  if (alarm.kind === 'hotline') return t('desk:alarmHotline', { number, team: alarm.row.originTeamCode });
  if (alarm.kind === 'short') {
    const { promised, required } = alarm.strength;
    return t('desk:alarmShort', { incident: `${number} ${alarm.row.type?.name ?? ''}`, promised, required });
  }
  if (alarm.kind === 'declined') {
    return t('desk:alarmDeclined', { team: alarm.order.teamShortName, reason: alarm.order.endReason ?? '' });
  }
  const who = alarm.order?.teamShortName ?? `${number} ${alarm.row.type?.name ?? ''}`;
  return `${who} ${owesLateWord(alarm.obligation)}`;
}

/** New alarms sound until taken, and again when a clock insists: one line that names the latest, with a key to take all. */
export function AlarmStrip({ alarms: all }: { alarms: readonly DeskAlarm[] }) {
  const { t } = useTranslation(['desk', 'signs']);
  const { may } = useSession();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const muted = useMuted();
  const alarms = all.filter((alarm) => fresh(alarm) && !taken.has(alarm.key));
  const newest = alarms.at(-1);
  const words = useAlarmWords(newest);
  useAlarmSound(soundOf(alarms), newest?.key);

  const take = (): void => setTaken(new Set(all.map((alarm) => alarm.key)));
  const show = (): void => {
    if (newest === undefined) return;
    select(newest.row.id);
    if (newest.order !== null) selectOrder(newest.order.id);
    if (newest.kind === 'declined' && may('order.issue')) openDispatch(null, newest.order);
    if (newest.kind === 'short' && may('order.issue')) openDispatch();
  };
  useKeys({ Space: take, v: show }, { enabled: newest !== undefined });
  if (newest === undefined) return null;
  return (
    <div className="alarm" role="alert" data-testid="alarm" data-kind={newest.kind}>
      <button type="button" className="alarm-what" onClick={show}>
        ▲ {alarms.length > 1 && `${t('desk:alarmCount', { count: alarms.length })} · `}
        {words} <kbd>V</kbd>
      </button>
      <button type="button" className="btn" onClick={take} data-testid="alarm-take">
        {t('desk:alarmTake')} <kbd>{t('desk:spaceKey')}</kbd>
      </button>
      <button type="button" className="btn ghost" onClick={() => mute(!muted)} aria-pressed={muted}>
        {t(muted ? 'desk:unmute' : 'desk:mute')}
      </button>
    </div>
  );
}
