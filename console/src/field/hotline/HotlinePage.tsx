import type { Me } from '@liandong/shared/auth';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../ui/clock';
import { perhapsLater } from '../kept/acts';
import { readStored, store } from '../storage';
import { CallForm } from './CallForm';
import { type CallDraft, callOf, EMPTY_CALL, lacksOfCall } from './hotline.rules';
import { KeptCalls } from './KeptCalls';

/** 双轨制: a call that came straight to the team. Kept on the phone while it is written, and until it is registered. */
export function HotlinePage({ me }: { me: Me }) {
  const { t } = useTranslation('field');
  const key = `liandong.field.call.${me.username}`;
  const [draft, setDraft] = useState<CallDraft>(() => ({ ...EMPTY_CALL, ...readStored<Partial<CallDraft>>(key, {}) }));
  const [asked, setAsked] = useState(false);

  function write(next: CallDraft): void {
    setDraft(next);
    store(key, next);
  }
  function send(): void {
    const lacks = lacksOfCall(draft);
    setAsked(lacks.length > 0);
    if (lacks.length > 0) return;
    perhapsLater({ kind: 'hotline', call: callOf(draft, new Date(serverNow()).toISOString()) });
    write(EMPTY_CALL);
  }
  return (
    <>
      <section className="paper-body hotline" data-testid="field-hotline">
        <h1>{t('hotline.heading')}</h1>
        <p className="quiet">{t('hotline.why')}</p>
        <KeptCalls me={me} onEdit={write} />
        <CallForm draft={draft} lacks={asked ? lacksOfCall(draft) : []} onChange={write} />
      </section>
      <footer className="report-bar">
        <button type="button" className="big" onClick={send} data-testid="field-hotline-send">
          {t('hotline.send')}
        </button>
      </footer>
    </>
  );
}
