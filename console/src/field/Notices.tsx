import type { TeamOrder } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissReport } from './outbox';
import type { Waiting } from './outbox.rules';
import { readStored, store } from './storage';

const READ = 'liandong.field.read';

/** What the person has to know and confirm: refused reports, in the server's words, and orders withdrawn by the centre. */
export function Notices({ waiting, ended }: { waiting: readonly Waiting[]; ended: readonly TeamOrder[] }) {
  const { t } = useTranslation('field');
  const [read, setRead] = useState(() => readStored<string[]>(READ, []));
  const refused = waiting.filter((w) => w.refusal !== null);
  const recalled = ended.filter((o) => o.status === 'recalled' && !read.includes(o.id));

  function confirm(id: string): void {
    const next = [...read, id].slice(-100);
    store(READ, next);
    setRead(next);
  }
  const notices = [
    ...recalled.map((o) => ({
      id: o.id,
      text: [t('recalled', { code: o.code }), o.endReason].filter(Boolean).join('：'),
      done: () => confirm(o.id),
    })),
    ...refused.map((w) => ({
      id: w.body.clientId,
      text: `${t('code', { code: w.orderCode })} · ${t('refused', { what: t(`button.${w.body.kind}`), words: w.refusal ?? '' })}`,
      done: () => dismissReport(w.body.clientId),
    })),
  ];
  return notices.map((notice) => (
    <div key={notice.id} className="notice" role="alert">
      <span>
        <b aria-hidden="true">! </b>
        {notice.text}
      </span>
      <button type="button" className="small" onClick={notice.done}>
        {t('understood')}
      </button>
    </div>
  ));
}
