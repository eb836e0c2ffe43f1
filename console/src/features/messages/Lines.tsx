import type { LineView } from '@liandong/shared/message';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useSession } from '../../app/session';
import { useNow } from '../../ui/clock';
import { formatWhen } from '../../ui/time';
import { type LineAct, LineCard } from './LineCard';
import { TestLineDialog, UseLineDialog } from './LineDialogs';
import { useHealth } from './use-health';

/** The head of the page: each line as it stands, what waits, what is wrong. */
export function Lines({ onTested }: { onTested: (messageId: string) => void }) {
  const { t } = useTranslation(['messages', 'app']);
  const manageable = useSession().may('message.manage');
  const { data, error, refetch } = useHealth();
  const [asked, setAsked] = useState<{ line: LineView; act: LineAct } | null>(null);
  const now = useNow();
  const close = (): void => setAsked(null);
  if (error !== null && data === undefined) {
    return (
      <Alert
        type="error"
        showIcon
        title={t('messages:failed')}
        description={problemText(error, t('app:offline'))}
        action={<Button onClick={() => void refetch()}>{t('messages:retry')}</Button>}
      />
    );
  }
  return (
    <section className="lines" aria-label={t('messages:lines')}>
      <p className={data?.stuck ? 'waiting stuck' : 'waiting'} data-testid="message-waiting">
        {data !== undefined && data.waiting === 0 && t('messages:nothingWaits')}
        {data !== undefined && data.waiting > 0 && (
          <span>
            {data.stuck && <b>▲ {t('messages:stuck')} · </b>}
            <b>{t('messages:waiting', { count: data.waiting })}</b>
            {data.waitingUrgent > 0 && ` · ${t('messages:waitingUrgent', { count: data.waitingUrgent })}`}
            {data.oldestUrgentDueAt !== null &&
              ` · ${t('messages:oldest', { at: formatWhen(data.oldestUrgentDueAt, now) })}`}
          </span>
        )}
        {data?.alarms
          .filter((alarm) => alarm.level === 'warning')
          .map((alarm) => (
            <span key={alarm.text} className="warn">
              ! {alarm.text}
            </span>
          ))}
      </p>
      <ul className="line-cards">
        {data?.lines.map((line) => (
          <LineCard
            key={line.name}
            line={line}
            manageable={manageable}
            onAct={(of, act) => setAsked({ line: of, act })}
          />
        ))}
        {data?.lines.length === 0 && <li className="quiet">{t('messages:noLines')}</li>}
      </ul>
      {asked?.act === 'use' && <UseLineDialog line={asked.line} onClose={close} />}
      {asked?.act === 'test' && <TestLineDialog line={asked.line} onClose={close} onTested={onTested} />}
    </section>
  );
}
