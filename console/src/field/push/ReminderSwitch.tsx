import { useTranslation } from 'react-i18next';
import { colon } from '../../i18n/punctuation';
import { turnOff, turnOn, useReminder } from './reminder';

/** 离线提醒 in the menu: how it stands on this phone, and the switch where there is one. */
export function ReminderSwitch() {
  const { t } = useTranslation('field');
  const { state, busy, problem } = useReminder();
  if (state === null) return null;
  return (
    <>
      <p className="quiet" data-testid="field-reminder-state">
        {t('reminder.title')}
        {colon()}
        {t(`reminder.state.${state}`)}
      </p>
      {(state === 'on' || state === 'off') && (
        <button
          type="button"
          className="small"
          disabled={busy}
          onClick={() => void (state === 'on' ? turnOff() : turnOn(t('reminder.failed')))}
          data-testid="field-reminder-switch"
        >
          {t(busy ? 'reminder.busy' : `reminder.${state === 'on' ? 'turnOff' : 'turnOn'}`)}
        </button>
      )}
      {problem && (
        <p className="note near" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
