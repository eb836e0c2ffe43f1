import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readStored, store } from '../storage';
import { turnOn, useReminder } from './reminder';

const LATER = 'liandong.field.reminder.later';

/** Offered while there is no order, with the reason, before the browser asks; whoever says no finds it in the menu. */
export function ReminderQuestion() {
  const { t } = useTranslation('field');
  const { state, busy, problem } = useReminder();
  const [later, setLater] = useState(() => readStored(LATER, false));
  if (state !== 'off' || later) return null;
  const putOff = (): void => {
    store(LATER, true);
    setLater(true);
  };
  return (
    <section className="question" data-testid="field-reminder-question">
      <b>{t('reminder.heading')}</b>
      <p className="quiet">{t('reminder.why')}</p>
      {problem && (
        <p className="note near" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <button type="button" className="small" disabled={busy} onClick={() => void turnOn(t('reminder.failed'))}>
          {t(busy ? 'reminder.busy' : 'reminder.turnOn')}
        </button>
        <button type="button" className="small" onClick={putOff}>
          {t('reminder.later')}
        </button>
      </div>
    </section>
  );
}
