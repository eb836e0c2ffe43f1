import type { DayHoursView } from '@liandong/shared/response-rule';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useNow } from '../../ui/clock';
import { clockOf } from './county.rules';
import { DayHoursForm } from './DayHoursForm';
import { DayStrip } from './DayStrip';
import { useSave } from './use-save';
import { VersionHistory } from './VersionHistory';
import { inForce, nextPlanned } from './versions.rules';
import { dayAndMinute } from './words';

const NONE: readonly DayHoursView[] = [];
const span = ({ dayFromMinutes, dayToMinutes }: DayHoursView): string =>
  `${clockOf(dayFromMinutes)}–${clockOf(dayToMinutes)}`;

/** When day ends and night begins, as it stands, as planned, as it was. */
export function DayHoursTab({ editable }: { editable: boolean }) {
  const { t } = useTranslation(['settings', 'app']);
  const { data, error } = useAnswer('listDayHours');
  const { save, busy } = useSave('withdrawDayHours', ['listDayHours', 'previewTargets']);
  const [editing, setEditing] = useState(false);
  const now = useNow();
  const versions = data?.items ?? NONE;
  const current = inForce(versions, now);
  const planned = nextPlanned(versions, now);
  return (
    <div className="settings-tab">
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      {current !== undefined && (
        <section className="setting-card">
          <header>
            <h2>
              {t('settings:hours.heading')}{' '}
              <span className="num" data-testid="day-hours">
                {span(current)}
              </span>
            </h2>
            {editable && (
              <Button onClick={() => setEditing(true)} data-testid="hours-edit">
                {t('settings:edit')}
              </Button>
            )}
          </header>
          <DayStrip from={current.dayFromMinutes} to={current.dayToMinutes} />
          <p className="quiet">{t('settings:hours.hint')}</p>
          {planned !== undefined && (
            <p className="planned">
              ◷{' '}
              {t('settings:hours.planned', {
                at: dayAndMinute(planned.effectiveFrom),
                from: clockOf(planned.dayFromMinutes),
                to: clockOf(planned.dayToMinutes),
              })}
            </p>
          )}
        </section>
      )}
      <VersionHistory
        versions={versions}
        busy={busy}
        onWithdraw={({ version }, body) => save({ params: { version }, body })}
        content={(version) => <span className="num">{span(version)}</span>}
      />
      {editing && current !== undefined && <DayHoursForm hours={current} onClose={() => setEditing(false)} />}
    </div>
  );
}
