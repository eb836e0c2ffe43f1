import type { MessageView } from '@liandong/shared/message';
import type { OrderDetail, OrderView } from '@liandong/shared/order';
import { POSTS } from '@liandong/shared/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { presentSecond } from '../../ui/clock';
import { formatInstant, formatMinute } from '../../ui/time';
import { byChannel, inOrder, lastWords, nextRung, standingOf, unanswered } from './ladder.rules';
import './ladder.css';

/** While nobody has answered, receipts are looked at this often besides what the feed says. */
const WATCH_MS = 10_000;

function Words({ report }: { report: OrderDetail['reports'][number] }) {
  const { t } = useTranslation('desk');
  const parts = [
    report.headcount === null ? null : t('headcount', { count: report.headcount }),
    report.etaMinutes === null ? null : t('eta', { minutes: report.etaMinutes }),
    report.note,
  ].filter((part) => part !== null);
  return (
    <span className="say" title={`${report.by} ${formatInstant(report.receivedAt)}`}>
      “{parts.join(' · ')}” {report.by}
    </span>
  );
}

function Rung({ message }: { message: MessageView }) {
  const { t } = useTranslation(['desk', 'signs']);
  const post = POSTS.find((each) => each === message.recipientPost);
  const future = message.state === 'queued' && Date.parse(message.dueAt) > presentSecond();
  return (
    <li className={standingOf(message.state)}>
      <span className="num">{formatInstant(message.sentAt ?? message.dueAt)}</span>
      <span>{t(`signs:channel.${message.channel}`)}</span>
      <span>
        {message.recipientName}{' '}
        <span className="faint">
          {post === undefined ? message.recipientPost : t(`signs:post.${post}`)} {message.phone}
        </span>
      </span>
      <b>
        {future ? t('desk:willGo', { at: formatMinute(message.dueAt) }) : t(`signs:message.${message.state}`)}
        {message.attempts > 1 && ` ×${message.attempts}`}
      </b>
      {(message.explanation ?? message.providerCode) !== null && (
        <small>{[message.explanation, message.providerCode].filter(Boolean).join(' · ')}</small>
      )}
    </li>
  );
}

/** The messages of an order: one word per channel, the last reply, what goes out next; all rungs on demand. */
export function Ladder({ order }: { order: OrderView }) {
  const { t } = useTranslation(['desk', 'signs']);
  const [open, setOpen] = useState(false);
  const watch = unanswered(order) ? WATCH_MS : false;
  const { data } = useAnswer('getOrder', { params: { id: order.id } }, { refetchInterval: watch });
  if (data === undefined) return <div className="ladder faint">{t('desk:loadingLadder')}</div>;
  const words = lastWords(data.reports);
  const next = nextRung(data.messages, presentSecond());
  return (
    <>
      <div className="ladder">
        <button
          type="button"
          className="rungs"
          aria-expanded={open}
          title={t('desk:ladder')}
          onClick={() => setOpen(!open)}
          data-testid={`ladder-${order.teamCode}`}
        >
          {byChannel(data.messages).map(([channel, message]) => (
            <span key={channel} className={`rung ${standingOf(message.state)}`}>
              {t(`signs:channel.${channel}`)}
              <em>{t(`signs:message.${message.state}`)}</em>
            </span>
          ))}
          <span className="faint">{open ? '▴' : '▾'}</span>
        </button>
        {words !== null ? (
          <Words report={words} />
        ) : (
          next !== null && (
            <span className="say">
              {t('desk:nextRung', {
                at: formatInstant(next.dueAt),
                channel: t(`signs:channel.${next.channel}`),
                name: next.recipientName,
              })}
            </span>
          )
        )}
      </div>
      {open && (
        <ol className="all-rungs">
          {inOrder(data.messages).map((message) => (
            <Rung key={message.id} message={message} />
          ))}
        </ol>
      )}
    </>
  );
}
