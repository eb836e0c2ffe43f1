import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  name: string;
  confirm: string;
  testId: string;
  busy: boolean;
  problem: string | null;
  onConfirm: (reason: string) => void;
  /** What is asked beside the reason. */
  children?: ReactNode;
}
/** The contract's shortest reason. */
const SHORTEST = 2;

/** An act that is asked about first, and for its reason. */
export function ReasonedAct({ name, confirm, testId, busy, problem, onConfirm, children }: Props) {
  const { t } = useTranslation('register');
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  if (!asking)
    return (
      <button type="button" className="small danger" onClick={() => setAsking(true)} data-testid={testId}>
        {name}
      </button>
    );
  return (
    <>
      {children}
      <label className="block">
        {t('reason')}
        <input
          className="field"
          maxLength={500}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          data-testid={`${testId}-reason`}
        />
      </label>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button
        type="button"
        className="small danger"
        disabled={busy || reason.length < SHORTEST}
        onClick={() => onConfirm(reason)}
        data-testid={`${testId}-confirm`}
      >
        {confirm}
      </button>
    </>
  );
}
