import { useTranslation } from 'react-i18next';
import { Offline } from '../api/client';
import { useNow } from '../ui/clock';
import { formatInstant, formatMinute } from '../ui/time';
import type { Waiting } from './outbox.rules';
import { tappedAt } from './project.rules';
import { useOnline } from './use-online';

interface Props {
  error: Error | null;
  /** When the orders shown were read, ms. */
  dataAt: number | null;
  waiting: readonly Waiting[];
}

/** Says that the line is gone, how old the screen is, and what still waits to be sent. */
export function ConnectionBanner({ error, dataAt, waiting }: Props) {
  const { t } = useTranslation('field');
  const online = useOnline();
  useNow();
  const device = Date.now();
  const lost = !online || error instanceof Offline;
  const unsent = waiting.filter((w) => w.refusal === null && (lost || w.heldUntil <= device));
  if (!lost && error === null && unsent.length === 0) return null;

  const state = lost ? t(online ? 'banner.unreachable' : 'banner.offline') : error ? t('banner.failing') : null;
  const first = unsent[0];
  return (
    <div className="banner" role="status">
      <span aria-hidden="true">⚠</span>
      <span>
        {[state, lost && dataAt !== null && first === undefined && t('banner.since', { time: formatMinute(dataAt) })]
          .filter(Boolean)
          .join(' · ')}
        {first && state && '：'}
        {first && (
          <span data-testid="field-pending">
            {lost
              ? t('banner.kept', { count: unsent.length, time: formatInstant(tappedAt(first)) })
              : t('banner.backlog', { count: unsent.length })}
          </span>
        )}
      </span>
    </div>
  );
}
