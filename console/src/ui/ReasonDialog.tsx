import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';

interface Props {
  title: string;
  label: string;
  /** Reasons to choose from: [code, word]. */
  codes?: readonly (readonly [string, string])[];
  /** Common wordings, taken with one click. */
  phrases?: readonly string[];
  /** May the text stay empty? */
  optional?: boolean;
  /** What else is asked; while `ready` is false it cannot be sent. */
  children?: ReactNode;
  ready?: boolean;
  onDone: (reason: string, code: string) => void;
  onClose: () => void;
}
/** The contract's shortest reason. */
const SHORTEST = 2;

/** Asks for a reason, which goes on the record. */
export function ReasonDialog({
  title,
  label,
  codes,
  phrases,
  optional = false,
  children,
  ready = true,
  onDone,
  onClose,
}: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [code, setCode] = useState(codes?.[0]?.[0] ?? '');
  const complete = ready && (optional || reason.trim().length >= SHORTEST);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!complete) return;
    onDone(reason.trim(), code);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        {codes !== undefined && (
          <select className="field" value={code} onChange={(e) => setCode(e.target.value)} data-testid="reason-code">
            {codes.map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        )}
        <label>
          {label}
          <input
            className="field"
            data-first-focus
            value={reason}
            maxLength={500}
            onChange={(e) => setReason(e.target.value)}
            data-testid="reason-text"
          />
        </label>
        {phrases !== undefined && (
          <div className="phrases">
            {phrases.map((phrase) => (
              <button key={phrase} type="button" className="btn ghost" onClick={() => setReason(phrase)}>
                {phrase}
              </button>
            ))}
          </div>
        )}
        {children}
        <div className="actions">
          <button type="button" className="btn ghost" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={!complete} data-testid="reason-confirm">
            {t('confirm')} <kbd>Enter</kbd>
          </button>
        </div>
      </form>
    </Dialog>
  );
}
