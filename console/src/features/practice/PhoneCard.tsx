import type { PracticePhone } from '@liandong/shared/message';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/clock';
import { Conversation } from './Conversation';
import { latestCode, ringingCall } from './practice.rules';
import { ReplyBox } from './ReplyBox';
import { RingingCall } from './RingingCall';
import { useReply } from './use-reply';

/** One phone: who holds it, what was said, a call if one rings, the reply. */
export function PhoneCard({ phone, onClose }: { phone: PracticePhone; onClose: () => void }) {
  const { t } = useTranslation('practice');
  const { reply, isPending, problem } = useReply(phone.number);
  const call = ringingCall(phone.entries, useNow());
  return (
    <article className="phone" aria-label={`${phone.ownerName} ${phone.number}`} data-testid={`phone-${phone.number}`}>
      <header>
        <div>
          <b>{phone.ownerName}</b>
          <small className="quiet">
            {phone.teamName} <span className="num">{phone.number}</span>
          </small>
        </div>
        <button
          type="button"
          className="btn ghost"
          aria-label={t('close', { name: phone.ownerName })}
          onClick={onClose}
        >
          ✕
        </button>
      </header>
      <Conversation entries={phone.entries} ringingId={call?.id ?? null} />
      {call && <RingingCall call={call} onKey={(text) => reply({ text, channel: 'voice' })} />}
      <ReplyBox
        number={phone.number}
        code={latestCode(phone.entries)}
        isPending={isPending}
        problem={problem}
        onSend={(text) => reply({ text, channel: 'sms' })}
      />
    </article>
  );
}
