import { useTranslation } from 'react-i18next';
import { ConfirmForm, HandoverForm } from './HandoverForms';
import { LeaveForm } from './LeaveForm';
import { ReasonForm } from './ReasonForm';
import { RotationForm } from './RotationForm';
import { ChangeForm, ShiftForm } from './ShiftForms';
import { SwapForm } from './SwapForm';
import type { Act, Calendar } from './use-duty';

/** The form of what is being done. */
export function DutyActs({ act, calendar, onClose }: { act: Act; calendar: Calendar; onClose: () => void }) {
  const { t } = useTranslation('duty');
  const form = { calendar, onClose };
  if (act.kind === 'rotation') return <RotationForm {...form} replaces={act.replaces} />;
  if (act.kind === 'shift') return <ShiftForm {...form} {...act} />;
  if (act.kind === 'leave') return <LeaveForm {...form} />;
  if (act.kind === 'change') return <ChangeForm {...form} shift={act.shift} />;
  if (act.kind === 'swap') return <SwapForm {...form} shift={act.shift} />;
  if (act.kind === 'handover') return <HandoverForm {...form} shift={act.shift} />;
  if (act.kind === 'confirm') return <ConfirmForm {...form} id={act.id} />;
  if (act.kind === 'remove')
    return (
      <ReasonForm
        name="removeShift"
        id={act.shift.id}
        title={t('form.remove')}
        said={t('done.removed')}
        onClose={onClose}
      />
    );
  return (
    <ReasonForm name="endRotation" id={act.id} title={t('form.endRotation')} said={t('done.ended')} onClose={onClose} />
  );
}
