import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { ReasonInput } from './ShiftForms';
import { touchDuty } from './use-duty';

interface Props {
  name: 'removeShift' | 'endRotation';
  id: string;
  title: string;
  said: string;
  onClose: () => void;
}

/** Taking something out of the roster asks why. */
export function ReasonForm({ name, id, title, said, onClose }: Props) {
  const { t } = useTranslation('duty');
  const [reason, setReason] = useState('');
  const { busy, problem, run } = useWrite(null);
  const submit = async (): Promise<void> => {
    if (await run(name, { params: { id }, body: { reason: reason.trim() } }, said, touchDuty)) onClose();
  };
  return (
    <ActForm
      title={title}
      submit={t(name === 'removeShift' ? 'act.remove' : 'act.end')}
      ready={reason.trim().length >= 2}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ReasonInput value={reason} onChange={setReason} />
    </ActForm>
  );
}
