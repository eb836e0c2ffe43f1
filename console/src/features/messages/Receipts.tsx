import type { BroadcastView } from '@liandong/shared/broadcast';
import { useTranslation } from 'react-i18next';

const PARTS = [
  ['delivered', 'good'],
  ['sent', 'going'],
  ['waiting', 'waiting'],
  ['undelivered', 'bad'],
  ['failed', 'bad'],
] as const;

/** How far a broadcast got: a bar, and the same in words. */
export function Receipts({ broadcast }: { broadcast: BroadcastView }) {
  const { t } = useTranslation('messages');
  const parts = PARTS.filter(([key]) => broadcast[key] > 0);
  return (
    <div className="receipts">
      <span className="bar" aria-hidden="true">
        {parts.map(([key, tone]) => (
          <i key={key} className={tone} style={{ flexGrow: broadcast[key] }} />
        ))}
      </span>
      <span className="words">
        {parts.map(([key, tone]) => (
          <span key={key} className={tone}>
            {t(`receipt.${key}`)} <b className="num">{broadcast[key]}</b>
          </span>
        ))}
      </span>
    </div>
  );
}
