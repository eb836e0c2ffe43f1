import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import './paper.css';

interface Props {
  /** Name of the page, and of the file when it is saved as PDF. */
  title: string;
  error: unknown;
  children: ReactNode | null;
}

/** A page that is a sheet of paper: nothing around it but a button to print. */
export function Paper({ title, error, children }: Props) {
  const { t } = useTranslation(['upward', 'app']);
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
  return (
    <main className="paper-desk">
      <div className="paper-tools">
        <button
          type="button"
          className="btn"
          disabled={children === null}
          onClick={() => window.print()}
          data-testid="print"
        >
          {t('upward:print')} <kbd>Ctrl P</kbd>
        </button>
        {error !== null && <b role="alert">! {problemText(error, t('app:offline'))}</b>}
        {error === null && children === null && <span role="status">{t('app:loading')}</span>}
      </div>
      {children !== null && (
        <article className="paper" lang="zh-CN" data-testid="paper">
          {children}
        </article>
      )}
    </main>
  );
}
