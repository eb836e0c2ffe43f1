import type { TeamOrder } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tap } from './outbox';
import { Sheet } from './Sheet';

const REASONS = ['people', 'busy', 'equipment', 'road'] as const;
/** As short as a reason may be; the centre has to understand it. */
const SHORTEST = 2;

/** 不能出动: only with a reason. */
export function DeclineSheet({ order, onClose }: { order: TeamOrder; onClose: () => void }) {
  const { t } = useTranslation('field');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);

  function confirm(): void {
    if (note.trim().length < SHORTEST) {
      setAsked(true);
      return;
    }
    tap(order, { kind: 'declined', note: note.trim() });
    onClose();
  }
  return (
    <Sheet title={`${t('decline.heading')} · ${t('code', { code: order.code })}`} onClose={onClose}>
      <div className="chips">
        {REASONS.map((reason) => (
          <button
            key={reason}
            type="button"
            className="chip"
            aria-pressed={note === t(`decline.reasons.${reason}`)}
            onClick={() => setNote(t(`decline.reasons.${reason}`))}
          >
            {t(`decline.reasons.${reason}`)}
          </button>
        ))}
      </div>
      <label className="block">
        {t('decline.why')}
        <textarea
          className="field"
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          data-testid="field-decline-note"
        />
      </label>
      <p className="problem" role="alert">
        {asked && note.trim().length < SHORTEST ? t('decline.need') : ''}
      </p>
      <button type="button" className="big stop" onClick={confirm} data-testid="field-decline-confirm">
        {t('decline.confirm')}
      </button>
    </Sheet>
  );
}
