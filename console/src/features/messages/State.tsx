import type { MessageView } from '@liandong/shared/message';
import { useTranslation } from 'react-i18next';
import { presentSecond } from '../../ui/clock';
import { type Look, MESSAGE_LOOKS } from '../../ui/message-signs';
import { formatMinute } from '../../ui/time';

/** A sign and a word; the tone is the colour. */
export function Sign({ look, children }: { look: Look; children: React.ReactNode }) {
  return (
    <span className={`message-sign ${look.tone}`}>
      <span aria-hidden="true">{look.sign}</span> {children}
    </span>
  );
}

/** The state of a message, honestly: what is known, why, and what became of it. */
export function MessageState({ message }: { message: MessageView }) {
  const { t } = useTranslation(['messages', 'signs']);
  const future = message.state === 'queued' && Date.parse(message.dueAt) > presentSecond();
  const why = [message.explanation, message.providerCode].filter(Boolean).join(' · ');
  return (
    <>
      <span title={t(`messages:honest.${message.state}`)}>
        <Sign look={MESSAGE_LOOKS[message.state]}>
          <b>
            {future ? t('messages:willGo', { at: formatMinute(message.dueAt) }) : t(`signs:message.${message.state}`)}
          </b>
        </Sign>
      </span>
      {message.attempts > 1 && <span className="quiet"> {t('messages:attempts', { count: message.attempts })}</span>}
      {message.movedTo !== null && (
        <span className="moved"> → {t('messages:movedTo', { channel: t(`signs:channel.${message.movedTo}`) })}</span>
      )}
      {why !== '' && <div className="quiet small">{why}</div>}
    </>
  );
}
