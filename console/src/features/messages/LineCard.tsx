import type { LineView } from '@liandong/shared/message';
import { useTranslation } from 'react-i18next';
import { language } from '../../i18n';
import { useNow } from '../../ui/clock';
import { LINE_LOOKS } from '../../ui/message-signs';
import { formatWhen } from '../../ui/time';
import { Sign } from './State';

export type LineAct = 'use' | 'test';

interface Props {
  line: LineView;
  manageable: boolean;
  onAct: (line: LineView, act: LineAct) => void;
}

/** What the line is called: the server's title, or the page's own word for it. */
export function useLineTitle(): (line: LineView) => string {
  const { t } = useTranslation('signs');
  return (line) => (language() === 'zh' ? line.title : t(`line.${line.name}`));
}

/** One line: how it stands and why, and its last hour. */
export function LineCard({ line, manageable, onAct }: Props) {
  const { t } = useTranslation('messages');
  const title = useLineTitle()(line);
  const now = useNow();
  const why = [line.explanation, line.code].filter(Boolean).join(' · ');
  return (
    <li className={`line-card ${line.state}`} data-testid={`line-${line.name}`} data-state={line.state}>
      <header>
        <b>{title}</b>
        <Sign look={LINE_LOOKS[line.state]}>
          <b>{t(`lineState.${line.state}`)}</b>
        </Sign>
      </header>
      <p className="hour">
        <span className="quiet">{t('lastHour')}</span> {t('sent', { count: line.sent })} ·{' '}
        {t('delivered', { count: line.delivered })} ·{' '}
        <span className={line.failed > 0 ? 'bad' : undefined}>{t('lost', { count: line.failed })}</span>
      </p>
      {(why !== '' || line.state !== 'well') && (
        <p className="quiet small">
          {line.since !== null && line.state !== 'well' && `${t('since', { at: formatWhen(line.since, now) })} `}
          {why}
        </p>
      )}
      {line.state === 'sick' && line.lastGoodAt !== null && (
        <p className="quiet small">{t('lastGood', { at: formatWhen(line.lastGoodAt, now) })}</p>
      )}
      {manageable && (
        <span className="row-actions">
          <button
            type="button"
            className="btn ghost"
            aria-label={`${t(line.state === 'off' ? 'use' : 'stop')} ${title}`}
            onClick={() => onAct(line, 'use')}
            data-testid={`line-use-${line.name}`}
          >
            {t(line.state === 'off' ? 'use' : 'stop')}
          </button>
          <button
            type="button"
            className="btn ghost"
            aria-label={`${t('test')} ${title}`}
            onClick={() => onAct(line, 'test')}
            data-testid={`line-test-${line.name}`}
          >
            {t('test')}
          </button>
        </span>
      )}
    </li>
  );
}
