import type { RotationPlan } from '@liandong/shared/duty';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../ui/clock';
import { ActForm } from '../desk/acts/ActForm';
import { addDays } from '../desk/county-time.rules';
import { useWrite } from '../desk/use-write';
import { clockOf } from '../settings/county.rules';
import { dayOf, evenHours, readTimes } from './duty.rules';
import { RotationPeople } from './RotationPeople';
import { RotationPreview } from './RotationPreview';
import { type Calendar, touchDuty } from './use-duty';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

interface Props {
  calendar: Calendar;
  replaces: string | null;
  onClose: () => void;
}

/** 排轮值: people in turn, when they hand over, on which days; and what comes of it, before it holds. */
export function RotationForm({ calendar, replaces, onClose }: Props) {
  const { t } = useTranslation('duty');
  const { teamCode, teamShortName } = calendar;
  const old = calendar.rotations.find(({ id }) => id === replaces);
  const [memberIds, setMembers] = useState<readonly string[]>(old?.memberIds ?? []);
  const [times, setTimes] = useState((old?.startMinutes ?? [480, 1200]).map(clockOf).join(' '));
  const [hours, setHours] = useState(String(old?.hours ?? 12));
  const [perShift, setPerShift] = useState(String(old?.perShift ?? 1));
  const [weekdays, setWeekdays] = useState<readonly number[]>(old?.weekdays ?? WEEK);
  const [firstDay, setFirst] = useState(addDays(dayOf(serverNow()), 1));
  const [lastDay, setLast] = useState('');
  const [checkIn, setCheckIn] = useState(old?.checkIn ?? true);
  const { busy, problem, clientId, run } = useWrite(null);
  const startMinutes = readTimes(times);
  const writeTimes = (text: string): void => {
    setTimes(text);
    const even = evenHours(readTimes(text) ?? []);
    if (readTimes(text) !== null && even !== null) setHours(String(even));
  };
  const plan: RotationPlan | null =
    startMinutes &&
    memberIds.length > 0 &&
    weekdays.length > 0 &&
    Number(hours) > 0 &&
    Number(perShift) > 0 &&
    firstDay !== ''
      ? {
          teamCode,
          memberIds: [...memberIds],
          perShift: Number(perShift),
          startMinutes,
          hours: Number(hours),
          weekdays: [...weekdays],
          firstDay,
          lastDay: lastDay || null,
          checkIn,
          replaces,
        }
      : null;
  const submit = async (): Promise<void> => {
    const body = { ...plan!, clientId: clientId.current };
    if (await run('createRotation', { body }, t('done.rotation'), touchDuty)) onClose();
  };
  return (
    <ActForm
      title={t('rotation.heading', { team: teamShortName })}
      submit={t('rotation.save')}
      ready={plan !== null}
      busy={busy}
      problem={problem}
      width={760}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {replaces !== null && <p className="hint">{t('rotation.replacing')}</p>}
      <RotationPeople members={calendar.members} chosen={memberIds} onChange={setMembers} />
      <div className="row three">
        <label>
          {t('rotation.times')}
          <input
            className="field num"
            value={times}
            placeholder={t('rotation.timesHint')}
            aria-invalid={startMinutes === null}
            onChange={(event) => writeTimes(event.target.value)}
            data-testid="rotation-times"
          />
        </label>
        <Count label={t('rotation.hours')} value={hours} max={168} onChange={setHours} />
        <Count label={t('rotation.perShift')} value={perShift} max={10} onChange={setPerShift} />
      </div>
      <div className="row three">
        <Day label={t('rotation.firstDay')} value={firstDay} onChange={setFirst} />
        <Day label={t('rotation.lastDay')} value={lastDay} onChange={setLast} />
        <label className="check">
          <input type="checkbox" checked={checkIn} onChange={(event) => setCheckIn(event.target.checked)} />
          {t('rotation.checkIn')}
        </label>
      </div>
      <Weekdays chosen={weekdays} onChange={setWeekdays} />
      <RotationPreview plan={plan} />
    </ActForm>
  );
}

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

const Count = ({ label, value, max, onChange }: FieldProps & { max: number }) => (
  <label>
    {label}
    <input
      type="number"
      className="field num"
      min={1}
      max={max}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </label>
);

const Day = ({ label, value, onChange }: FieldProps) => (
  <label>
    {label}
    <input type="date" className="field num" value={value} onChange={(event) => onChange(event.target.value)} />
  </label>
);

function Weekdays({ chosen, onChange }: { chosen: readonly number[]; onChange: (days: readonly number[]) => void }) {
  const { t } = useTranslation('duty');
  const toggle = (day: number): void =>
    onChange(chosen.includes(day) ? chosen.filter((one) => one !== day) : [...chosen, day].sort((a, b) => a - b));
  return (
    <fieldset>
      <legend>{t('rotation.weekdays')}</legend>
      <div className="duty-acts">
        {WEEK.map((day) => (
          <button
            key={day}
            type="button"
            className="btn"
            aria-pressed={chosen.includes(day)}
            onClick={() => toggle(day)}
          >
            {chosen.includes(day) ? '✓ ' : ''}
            {t(`weekday.d${day}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
