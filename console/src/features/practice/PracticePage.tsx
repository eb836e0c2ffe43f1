import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PhoneCard } from './PhoneCard';
import { PhoneList } from './PhoneList';
import { inOrder, MOST_OPEN, toggle } from './practice.rules';
import { usePhones } from './use-phones';
import './practice.css';
import './phone.css';

/** The phones of the county to play with: texts and calls arrive, somebody answers for the teams. */
export default function PracticePage() {
  const { t } = useTranslation('practice');
  const { phones, isPending, isError } = usePhones();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('phones');
  const open = useMemo(() => chosen?.split(',').filter(Boolean) ?? [], [chosen]);
  const sorted = useMemo(() => inOrder(phones), [phones]);

  const show = (numbers: readonly string[]): void => setSearch({ phones: numbers.join(',') }, { replace: true });
  useEffect(() => {
    // Nothing chosen yet: open those that wait for an answer.
    if (chosen !== null) return;
    const waiting = sorted.filter((phone) => phone.unanswered > 0).slice(0, MOST_OPEN);
    if (waiting.length > 0) setSearch({ phones: waiting.map((phone) => phone.number).join(',') }, { replace: true });
  }, [chosen, sorted, setSearch]);

  const shown = open.flatMap((number) => phones.find((phone) => phone.number === number) ?? []);
  return (
    <main className="practice">
      <h1 className="visually-hidden">{t('title')}</h1>
      <p className="practice-banner" role="note">
        <b>▣ {t('banner')}</b>
        <span>{t('bannerDetail')}</span>
      </p>
      <PhoneList phones={sorted} open={open} onToggle={(number) => show(toggle(open, number))} />
      <section className="phones">
        {shown.map((phone) => (
          <PhoneCard key={phone.number} phone={phone} onClose={() => show(toggle(open, phone.number))} />
        ))}
        {shown.length === 0 && (
          <div className="phones-note quiet" role={isError ? 'alert' : 'status'}>
            <p>{isError ? t('loadFailed') : isPending ? t('loading') : t('choose')}</p>
            {!isError && !isPending && <p>{t('silentAdvice')}</p>}
          </div>
        )}
      </section>
    </main>
  );
}
