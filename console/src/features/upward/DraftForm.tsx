import type { UpwardStage } from '@liandong/shared/upward';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/keys';
import { useWrite } from '../desk/use-write';

export interface Edited {
  recipient: string;
  spokenTo: string;
  text: string;
}
interface Props {
  incidentId: string;
  stage: UpwardStage;
  form: Edited;
  onEdit: (form: Edited) => void;
  onClose: () => void;
}
/** The contract's shortest recipient and text. */
const SHORTEST = { recipient: 2, text: 10 };

/** To whom, who took the call, and the words; one key registers it as sent. */
export function DraftForm({ incidentId, stage, form, onEdit, onClose }: Props) {
  const { t } = useTranslation(['upward', 'signs', 'app']);
  const { busy, problem, clientId, run } = useWrite(incidentId);
  const [recipient, spokenTo, text] = [form.recipient.trim(), form.spokenTo.trim(), form.text.trim()];
  const ready = recipient.length >= SHORTEST.recipient && text.length >= SHORTEST.text;
  const edit = (part: Partial<Edited>): void => onEdit({ ...form, ...part });
  const send = async (): Promise<void> => {
    if (!ready || busy) return;
    const heard = stage !== 'phone' || spokenTo === '' ? undefined : spokenTo;
    const body = { stage, recipient, spokenTo: heard, text, clientId: clientId.current };
    const said = t('upward:done', { stage: t(`signs:upward.${stage}`) });
    if (await run('sendUpwardReport', { params: { id: incidentId }, body }, said)) onClose();
  };
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  useKeys({ 'ctrl+Enter': () => void send() });
  return (
    <form
      className="draft"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={stage === 'phone' ? 'to two' : 'to'}>
        <label>
          {t('upward:recipient')}
          <input
            className="field"
            value={form.recipient}
            maxLength={100}
            data-testid="upward-recipient"
            onChange={(event) => edit({ recipient: event.target.value })}
          />
        </label>
        {stage === 'phone' && (
          <label>
            {t('upward:spokenTo')}
            <input
              ref={first}
              className="field"
              value={form.spokenTo}
              maxLength={40}
              data-testid="upward-spoken-to"
              onChange={(event) => edit({ spokenTo: event.target.value })}
            />
          </label>
        )}
      </div>
      <label className="text">
        <span>
          {t('upward:text')} <span className="faint num">{text.length} / 4000</span>
        </span>
        <textarea
          ref={stage === 'phone' ? undefined : first}
          className="field"
          maxLength={4000}
          value={form.text}
          data-testid="upward-text"
          onChange={(event) => edit({ text: event.target.value })}
        />
      </label>
      {problem !== null && (
        <p className="wrong" role="alert" data-testid="act-problem">
          ! {problem}
        </p>
      )}
      <div className="actions">
        <span className="faint hint">{t('upward:registers')}</span>
        <button type="button" className="btn ghost" onClick={onClose}>
          {t('app:cancel')}
        </button>
        <button type="submit" className="btn primary" disabled={!ready || busy} data-testid="act-submit">
          {t('upward:send')} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
    </form>
  );
}
