import { type DayHoursView, EditDayHours } from '@liandong/shared/response-rule';
import { Alert, Drawer, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockOf } from './county.rules';
import { DayStrip } from './DayStrip';
import { type Effective, EffectiveField, effectiveInstant } from './EffectiveField';
import { Field } from './Field';
import { ReasonFields } from './ReasonFields';
import { SaveButton } from './SaveButton';
import { useSave } from './use-save';

const FORM = 'hours-form';
/** The picker wants a date with its time; this one has no changed clocks. */
const ANY_DAY = '2000-01-01';

/** `from` and `to` in minutes after midnight. */
interface Draft {
  from: number;
  to: number;
  basis: string;
  reason: string;
  effective: Effective;
}

const wantedOf = ({ from, to, basis, reason, effective }: Draft) =>
  EditDayHours.safeParse({
    dayFromMinutes: from,
    dayToMinutes: to,
    basis,
    reason,
    effectiveFrom: effectiveInstant(effective),
  }).data;

/** A new version of the hours that divide day from night. */
export function DayHoursForm({ hours, onClose }: { hours: DayHoursView; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [draft, setDraft] = useState<Draft>({
    from: hours.dayFromMinutes,
    to: hours.dayToMinutes,
    basis: hours.basis,
    reason: '',
    effective: null,
  });
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const { save, busy, problem } = useSave('editDayHours', ['listDayHours', 'previewTargets'], onClose);
  const same = draft.from === draft.to;
  const ready = wantedOf(draft) !== undefined && !same;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = wantedOf(draft);
    if (body !== undefined && !same) save({ body });
  };
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={t('hours.editTitle')}
      extra={<SaveButton form={FORM} ready={ready} busy={busy} />}
    >
      <form id={FORM} className="setting-form" onSubmit={submit} data-testid="hours-form">
        <div className="setting-row">
          {(['from', 'to'] as const).map((end) => (
            <Field key={end} label={t(end === 'from' ? 'hours.dayFrom' : 'hours.dayTo')}>
              {(id) => (
                <TimePicker
                  id={id}
                  format="HH:mm"
                  allowClear={false}
                  needConfirm={false}
                  value={dayjs(`${ANY_DAY}T${clockOf(draft[end])}`)}
                  onChange={(time) => time && change({ [end]: time.hour() * 60 + time.minute() })}
                />
              )}
            </Field>
          ))}
        </div>
        {!same && <DayStrip from={draft.from} to={draft.to} />}
        {same && <Alert type="warning" showIcon title={t('hours.same')} />}
        <EffectiveField value={draft.effective} onChange={(effective) => change({ effective })} />
        <ReasonFields basis={draft.basis} reason={draft.reason} onChange={change} />
        {problem !== null && <Alert type="error" showIcon title={t('refused')} description={problem} />}
      </form>
    </Drawer>
  );
}
