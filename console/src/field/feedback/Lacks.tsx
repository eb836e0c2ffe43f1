import { useTranslation } from 'react-i18next';
import { idOf, type Lack } from './missing.rules';

/** The name of a place of the form. */
export function useLackName(): (lack: Lack) => string {
  const { t } = useTranslation('field');
  return ({ field, index, part }) => {
    const plan = index === undefined ? null : t('paper.feedback.plan', { no: index + 1 });
    const own = part === undefined ? t(`paper.feedback.${field}`) : t(`paper.feedback.${part}`);
    return [plan, part === undefined && plan !== null ? null : own].filter(Boolean).join(' · ');
  };
}

/** What keeps the form from being submitted, each with the way to it. */
export function Lacks({ lacks }: { lacks: readonly Lack[] }) {
  const { t } = useTranslation('field');
  const nameOf = useLackName();
  if (lacks.length === 0) return null;
  return (
    <section className="lacks" role="alert" data-testid="field-form-lacks">
      <b>! {t('paper.feedback.lacks')}</b>
      <div className="chips">
        {lacks.map((lack) => (
          <button
            key={idOf(lack)}
            type="button"
            className="chip"
            onClick={() => document.getElementById(idOf(lack))?.scrollIntoView({ block: 'center', behavior: 'smooth' })}
          >
            {nameOf(lack)}
          </button>
        ))}
      </div>
    </section>
  );
}

/** Under a field: what is wrong with it. */
export function Wrong({ lack }: { lack: Lack | undefined }) {
  const { t } = useTranslation('field');
  if (!lack) return null;
  return <small className="wrong">! {lack.words ?? t(`paper.feedback.why.${lack.why}`)}</small>;
}
