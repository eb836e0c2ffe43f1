import type { Channel, MessageView } from '@liandong/shared/message';
import type { OrderDetail, OrderView } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useAnswer } from '../../api/query';
import { presentSecond } from '../../ui/clock';
import { formatInstant, formatMinute } from '../../ui/time';
import { byChannel, inOrder, lastWords, nextRung, standingOf, stillCalling } from './ladder.rules';
import { Paged } from './Paged';
import { postWord } from './words';
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
  const future = message.state === 'queued' && Date.parse(message.dueAt) > presentSecond();
  return (
    <li className={standingOf(message.state)}>
      <span className="num">{formatInstant(message.sentAt ?? message.dueAt)}</span>
      <span>{message.line === null ? t(`signs:channel.${message.channel}`) : t(`signs:line.${message.line}`)}</span>
      <span>
        {message.recipientName} {message.personal && <span className="tag">{t('desk:personal')}</span>}{' '}
        <span className="faint">
          {postWord(message.recipientPost)} {message.phone}
        </span>
      </span>
      <b>
        {future ? t('desk:willGo', { at: formatMinute(message.dueAt) }) : t(`signs:message.${message.state}`)}
        {message.attempts > 1 && ` · ${t('desk:attempts', { count: message.attempts })}`}
        {message.movedTo !== null && <Moved to={message.movedTo} />}
      </b>
      {(message.explanation ?? message.providerCode) !== null && (
        <small>{[message.explanation, message.providerCode].filter(Boolean).join(' · ')}</small>
      )}
    </li>
  );
}

/** Another channel took over, because this one cannot reach the number now. */
function Moved({ to }: { to: Channel }) {
  const { t } = useTranslation(['desk', 'signs']);
  return <span className="moved"> → {t('desk:movedTo', { channel: t(`signs:channel.${to}`) })}</span>;
}

/** The messages of an order: one word per channel, the last reply, what goes out next; all rungs on demand. */
export function Ladder({ order, selected }: { order: OrderView; selected: boolean }) {
  const { t } = useTranslation(['desk', 'signs']);
  const [open, setOpen] = useState(false);
  const request = { params: { id: order.id } };
  const paged = queryClient.getQueryData<OrderDetail>(['getOrder', request])?.paged;
  const watch = stillCalling(order, paged) ? WATCH_MS : false;
  const { data } = useAnswer('getOrder', request, { refetchInterval: watch });
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
              {message.movedTo !== null && <Moved to={message.movedTo} />}
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
      {data.paged.length > 0 && <Paged order={order} paged={data.paged} selected={selected} />}
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
