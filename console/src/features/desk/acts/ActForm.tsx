import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/Dialog';
import { useKeys } from '../../../ui/keys';
import './acts.css';

interface Props {
  title: string;
  /** The word on the button that does it. */
  submit: string;
  ready: boolean;
  busy: boolean;
  problem: string | null;
  width?: number;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the desk: what it asks for, why it was refused, one button. Ctrl Enter from any field. */
export function ActForm({ title, submit, ready, busy, problem, width = 480, onSubmit, onClose, children }: Props) {
  const { t } = useTranslation();
  const go = (): void => {
    if (ready && !busy) onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose} width={width}>
      <FormKeys onGo={go} />
      <form
        className="act-form"
        data-testid="act-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          go();
        }}
      >
        {children}
        {problem !== null && (
          <p className="wrong" role="alert" data-testid="act-problem">
            ! {problem}
          </p>
        )}
        <div className="actions">
          <button type="button" className="btn ghost" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={!ready || busy} data-testid="act-submit">
            {submit} <kbd>Ctrl Enter</kbd>
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Inside the dialog, so that it ends with it. */
function FormKeys({ onGo }: { onGo: () => void }) {
  useKeys({ 'ctrl+Enter': onGo });
  return null;
}
