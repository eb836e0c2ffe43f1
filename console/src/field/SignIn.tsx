import type { Me } from '@liandong/shared/auth';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, call, Offline } from '../api/client';
import { language, setLanguage } from '../i18n';
import { useOutbox } from './outbox';

export function SignIn({ signIn }: { signIn: (username: string, password: string) => Promise<Me> }) {
  const { t } = useTranslation('field');
  const { t: app } = useTranslation('app');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const hasUnsent = useOutbox((s) => s.queue.some((w) => w.refusal === null));

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      const me = await signIn(String(form.get('username')).trim(), String(form.get('password')));
      if (me.role === 'team') return;
      await call('logout').catch(() => undefined);
      setProblem(t('signIn.notTeam'));
    } catch (error) {
      if (error instanceof Offline) setProblem(t('signIn.offline'));
      else if (error instanceof ApiProblem)
        setProblem(language() === 'en' ? error.problem.titleEn : error.problem.title);
      else setProblem(t('signIn.failed'));
    }
    setBusy(false);
  }

  return (
    <main className="field-app sign-in">
      <header>
        <p className="quiet">{app('title')}</p>
        <h1>{t('signIn.heading')}</h1>
      </header>
      {hasUnsent && <p className="note near">{t('signIn.again')}</p>}
      <form onSubmit={(event) => void submit(event)}>
        <label>
          {t('signIn.username')}
          <input
            className="field"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            data-testid="field-username"
          />
        </label>
        <label>
          {t('signIn.password')}
          <input
            className="field"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            data-testid="field-password"
          />
        </label>
        <p className="problem" role="alert">
          {problem}
        </p>
        <button type="submit" className="big" disabled={busy} data-testid="field-login">
          {busy ? t('signIn.busy') : t('signIn.submit')}
        </button>
      </form>
      <button
        type="button"
        className="small quiet-button"
        onClick={() => setLanguage(language() === 'zh' ? 'en' : 'zh')}
      >
        {app('toOtherLanguage')}
      </button>
    </main>
  );
}
