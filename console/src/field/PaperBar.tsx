import { useTranslation } from 'react-i18next';
import { back } from './page';
import type { Page } from './page.rules';

/** The head of a page that is laid over a tab: back, and what it is. */
export function PaperBar({ title, about, fallback }: { title: string; about?: string; fallback: Page }) {
  const { t } = useTranslation('field');
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon-button"
        onClick={() => back(fallback)}
        aria-label={t('back')}
        data-testid="field-back"
      >
        ←
      </button>
      <h1>{title}</h1>
      {about && <span className="quiet about">{about}</span>}
    </header>
  );
}
