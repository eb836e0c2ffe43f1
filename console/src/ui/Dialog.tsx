import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from './keys';
import './dialog.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  width?: number;
}

/** A modal sheet: the platform's own dialog, so focus is kept inside and Escape closes. */
export function Dialog({ title, onClose, children, width = 440 }: Props) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const first = dialog.current?.querySelector<HTMLElement>('[data-first-focus]') ?? dialog.current;
    first?.focus();
  }, []);
  useKeys({ Escape: onClose }, { exclusive: true });
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className="dialog"
      style={{ width }}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" className="btn ghost" onClick={onClose} aria-label={t('close')}>
          <kbd>Esc</kbd>
        </button>
      </header>
      {children}
    </dialog>
  );
}
