import { useTranslation } from 'react-i18next';
import { Offline } from '../api/client';
import { colon } from '../i18n/punctuation';
import { useNow } from '../ui/clock';
import { formatInstant, formatMinute } from '../ui/time';
import type { Act } from './kept/acts.rules';
import type { Waiting } from './outbox.rules';
import { tappedAt } from './project.rules';
import { useOnline } from './use-online';

interface Props {
  error: Error | null;
  /** When the orders shown were read, ms. */
  dataAt: number | null;
  waiting: readonly Waiting[];
  /** Notices, calls and follow-ups done here and not sent yet. */
  deeds: readonly Act[];
}

/** Says that the line is gone, how old the screen is, and what still waits to be sent. */
export function ConnectionBanner({ error, dataAt, waiting, deeds }: Props) {
  const { t } = useTranslation('field');
  const online = useOnline();
  useNow();
  const device = Date.now();
  const lost = !online || error instanceof Offline;
  const unsent = waiting.filter((w) => w.refusal === null && (lost || w.heldUntil <= device));
  // With a line a deed is gone in a moment: only what has failed once is worth a word.
  const kept = deeds.filter((act) => lost || act.notBefore > 0);
  const count = unsent.length + kept.length;
  if (!lost && error === null && count === 0) return null;

  const state = lost ? t(online ? 'banner.unreachable' : 'banner.offline') : error ? t('banner.failing') : null;
  const first = unsent[0];
  const words = !lost
    ? t('banner.backlog', { count })
    : first
      ? t('banner.kept', { count, time: formatInstant(tappedAt(first)) })
      : t('banner.keptPlain', { count });
  return (
    <div className="banner" role="status">
      <span aria-hidden="true">⚠</span>
      <span>
        {[state, lost && dataAt !== null && count === 0 && t('banner.since', { time: formatMinute(dataAt) })]
          .filter(Boolean)
          .join(' · ')}
        {count > 0 && state && colon()}
        {count > 0 && <span data-testid="field-pending">{words}</span>}
      </span>
    </div>
  );
}
