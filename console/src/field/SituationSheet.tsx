import type { TeamOrder } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tap } from './outbox';
import { Sheet } from './Sheet';
import { forget, readStored, store } from './storage';

const QUICK = ['reinforce', 'rescued', 'blocked'] as const;

/** 动态报告. The draft is kept on the phone until it is sent. */
export function SituationSheet({ order, onClose }: { order: TeamOrder; onClose: () => void }) {
  const { t } = useTranslation('field');
  const key = `liandong.field.draft.${order.id}`;
  const [note, setNote] = useState(() => readStored(key, ''));

  function write(text: string): void {
    setNote(text);
    store(key, text);
  }
  function send(): void {
    tap(order, { kind: 'situation', note: note.trim() });
    forget(key);
    onClose();
  }
  return (
    <Sheet title={`${t('situation.heading')} · ${t('code', { code: order.code })}`} onClose={onClose}>
      <div className="chips">
        {QUICK.map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            onClick={() => write(`${note}${t(`situation.quick.${name}`)}`)}
          >
            {t(`situation.quick.${name}`).replace(/[：:]\s*$/, '')}
          </button>
        ))}
      </div>
      <label className="block">
        {t('situation.text')}
        <textarea
          className="field"
          rows={4}
          maxLength={500}
          placeholder={t('situation.hint')}
          value={note}
          onChange={(event) => write(event.target.value)}
          data-testid="field-situation-note"
        />
      </label>
      <button
        type="button"
        className="big"
        disabled={note.trim() === ''}
        onClick={send}
        data-testid="field-situation-send"
      >
        {t('situation.send')}
      </button>
    </Sheet>
  );
}
