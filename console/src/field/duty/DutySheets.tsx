import type { DutyCalendar, ShiftView } from '@liandong/shared/duty';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fromField, toField } from '../../features/duty/CountyTime';
import { phaseOf, shortTime } from '../../features/duty/duty.rules';
import { serverNow } from '../../ui/clock';
import { Send } from '../Send';
import { Sheet } from '../Sheet';
import { useDutyAct } from './duty';

export type SheetName = 'leave' | 'swap' | 'handover';
const HOUR_MS = 3_600_000;

interface Props {
  calendar: DutyCalendar;
  onClose: () => void;
}

export function DutySheet({ name, ...props }: Props & { name: SheetName }) {
  if (name === 'leave') return <LeaveSheet {...props} />;
  return name === 'swap' ? <SwapSheet {...props} /> : <HandoverSheet {...props} />;
}

interface SelectProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly (readonly [string, string])[];
  testid: string;
}

const Select = ({ label, value, onChange, options, testid }: SelectProps) => (
  <label className="block">
    {label}
    <select className="field" value={value} onChange={(event) => onChange(event.target.value)} data-testid={testid}>
      {options.map(([key, word]) => (
        <option key={key} value={key}>
          {word}
        </option>
      ))}
    </select>
  </label>
);

const shiftWords = ({ name, startsAt, endsAt }: ShiftView): string =>
  `${name} ${shortTime(startsAt)} – ${shortTime(endsAt).slice(6)}`;
const aheadOf = (calendar: DutyCalendar): ShiftView[] => {
  const now = serverNow();
  return calendar.shifts.filter((shift) => phaseOf(shift, now) === 'ahead' && shift.absent.length === 0);
};

function LeaveSheet({ calendar, onClose }: Props) {
  const { t } = useTranslation('duty');
  const { members, teamCode } = calendar;
  const start = Math.ceil(serverNow() / HOUR_MS) * HOUR_MS;
  const [memberId, setMember] = useState(members[0]?.memberId ?? '');
  const [coverId, setCover] = useState('');
  const [from, setFrom] = useState(toField(start));
  const [to, setTo] = useState(toField(start + 24 * HOUR_MS));
  const [reason, setReason] = useState('');
  const { busy, problem, clientId, run } = useDutyAct();
  const [startsAt, endsAt] = [fromField(from), fromField(to)];
  const send = async (): Promise<void> => {
    const span = { startsAt: startsAt!, endsAt: endsAt! };
    const body = {
      teamCode,
      memberId,
      coverId: coverId || null,
      ...span,
      reason: reason.trim(),
      clientId: clientId.current,
    };
    if (await run('takeLeave', { body })) onClose();
  };
  const people = members.map((member) => [member.memberId, member.name] as const);
  const others = people.filter(([id]) => id !== memberId);
  return (
    <Sheet title={t('field.leave')} onClose={onClose}>
      <Select label={t('form.who')} value={memberId} onChange={setMember} options={people} testid="field-leave-who" />
      <When label={t('form.startsAt')} value={from} onChange={setFrom} />
      <When label={t('form.endsAt')} value={to} onChange={setTo} />
      <Select
        label={t('form.cover')}
        value={coverId}
        onChange={setCover}
        options={[['', t('form.noCover')], ...others]}
        testid="field-leave-cover"
      />
      <label className="block">
        {t('form.reason')}
        <input
          className="field"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          data-testid="field-leave-reason"
        />
      </label>
      <Send
        word={t('act.save')}
        ready={reason.trim().length >= 2 && startsAt !== null && endsAt !== null && startsAt < endsAt}
        busy={busy}
        problem={problem}
        testid="field-duty-send"
        onSend={() => void send()}
      />
    </Sheet>
  );
}

const When = ({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) => (
  <label className="block">
    {label}
    <input
      type="datetime-local"
      className="field num"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </label>
);

function SwapSheet({ calendar, onClose }: Props) {
  const { t } = useTranslation('duty');
  const ahead = aheadOf(calendar);
  const [mineId, setMine] = useState(ahead[0]?.id ?? '');
  const mine = ahead.find(({ id }) => id === mineId);
  const others = ahead.filter((shift) => shift.memberId !== mine?.memberId);
  const [otherId, setOther] = useState('');
  const other = others.some(({ id }) => id === otherId) ? otherId : (others[0]?.id ?? '');
  const [note, setNote] = useState('');
  const { busy, problem, clientId, run } = useDutyAct();
  const send = async (): Promise<void> => {
    const body = { shiftId: mineId, otherShiftId: other, note: note.trim(), clientId: clientId.current };
    if (await run('askSwap', { body })) onClose();
  };
  const words = (shifts: readonly ShiftView[]) => shifts.map((shift) => [shift.id, shiftWords(shift)] as const);
  return (
    <Sheet title={t('field.swap')} onClose={onClose}>
      <Select
        label={t('panel.shift')}
        value={mineId}
        onChange={setMine}
        options={words(ahead)}
        testid="field-swap-mine"
      />
      <Select
        label={t('form.other')}
        value={other}
        onChange={setOther}
        options={others.length > 0 ? words(others) : [['', t('form.noOther')]]}
        testid="field-swap-other"
      />
      <label className="block">
        {t('form.note')}
        <input className="field" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <p className="quiet">{t('form.swapHint')}</p>
      <Send
        word={t('act.ask')}
        ready={mineId !== '' && other !== ''}
        busy={busy}
        problem={problem}
        testid="field-duty-send"
        onSend={() => void send()}
      />
    </Sheet>
  );
}

function HandoverSheet({ calendar, onClose }: Props) {
  const { t } = useTranslation('duty');
  const now = serverNow();
  const begun = calendar.shifts.filter((shift) => phaseOf(shift, now) !== 'ahead').reverse();
  const [shiftId, setShift] = useState(begun[0]?.id ?? '');
  const known = calendar.handovers.find((one) => one.shiftId === shiftId);
  const [note, setNote] = useState(known?.note ?? '');
  const [points, setPoints] = useState(known?.openPoints.join('\n') ?? '');
  const { busy, problem, run } = useDutyAct();
  const openPoints = points
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const send = async (): Promise<void> => {
    if (await run('writeHandover', { params: { id: shiftId }, body: { note: note.trim(), openPoints } })) onClose();
  };
  return (
    <Sheet title={t('field.handover')} onClose={onClose}>
      <Select
        label={t('panel.shift')}
        value={shiftId}
        onChange={setShift}
        options={begun.map((shift) => [shift.id, shiftWords(shift)] as const)}
        testid="field-handover-shift"
      />
      <label className="block">
        {t('form.handoverNote')}
        <textarea
          className="field"
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          data-testid="field-handover-note"
        />
      </label>
      <label className="block">
        {t('form.openPoints')}
        <textarea className="field" rows={3} value={points} onChange={(event) => setPoints(event.target.value)} />
      </label>
      <Send
        word={t('act.save')}
        ready={shiftId !== '' && note.trim() !== ''}
        busy={busy}
        problem={problem}
        testid="field-duty-send"
        onSend={() => void send()}
      />
    </Sheet>
  );
}
