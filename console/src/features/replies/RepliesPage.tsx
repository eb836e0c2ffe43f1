import type { ReplyView } from '@liandong/shared/message';
import { Alert, Empty, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { useRows } from '../../live/store';
import { Notices } from '../../ui/notice';
import { formatInstant } from '../../ui/time';
import { PhoneFlags } from '../messages/PhoneFlags';
import { useFlags } from '../messages/use-flags';
import { openOrders } from './replies.rules';
import { SettleReply } from './SettleReply';

type Reply = z.infer<typeof ReplyView>;

/** Why a person has to look; what is said of the number itself stands out. */
function Why({ reply }: { reply: Reply }) {
  const flagged = useFlags()(reply.phone).length > 0;
  if (reply.why === null) return '—';
  return flagged ? <b className="why-flagged">! {reply.why}</b> : reply.why;
}

/** Replies a human has to look at: attached to an order, or read. None is ever dropped. */
export default function RepliesPage() {
  const { t } = useTranslation(['replies', 'signs', 'app']);
  const { may } = useSession();
  const { data, error, isPending } = useAnswer('listReplies', { query: { state: 'queued' } }, { staleTime: 0 });
  const rows = useRows();
  const orders = useMemo(() => openOrders(rows.values()), [rows]);
  const columns: TableColumnsType<Reply> = [
    {
      title: t('replies:received'),
      width: 110,
      render: (_, reply) => (
        <span className="num">
          {formatInstant(reply.receivedAt)}
          <br />
          <span className="faint">{t(`signs:channel.${reply.channel}`)}</span>
        </span>
      ),
    },
    {
      title: t('replies:text'),
      render: (_, reply) => (
        <>
          <b>“{reply.text}”</b>
          {reply.answer !== null && <div className="faint">{t('replies:answered', { text: reply.answer })}</div>}
        </>
      ),
    },
    {
      title: t('replies:sender'),
      width: 190,
      render: (_, reply) => (
        <>
          {reply.senderName ?? t('replies:unknownSender')} {reply.teamCode}
          <br />
          <a className="num" href={`tel:${reply.phone}`}>
            {reply.phone}
          </a>
          <PhoneFlags phone={reply.phone} />
        </>
      ),
    },
    { title: t('replies:why'), width: 220, render: (_, reply) => <Why reply={reply} /> },
    {
      title: t('replies:action'),
      width: 480,
      render: (_, reply) => (may('reply.settle') ? <SettleReply reply={reply} orders={orders} /> : '—'),
    },
  ];
  return (
    <main className="page" data-testid="replies-page">
      <header>
        <h1>{t('replies:heading')}</h1>
        <span className="quiet">{t('replies:hint')}</span>
      </header>
      {error !== null && (
        <Alert type="error" showIcon title={t('replies:failed')} description={problemText(error, t('app:offline'))} />
      )}
      <Table<Reply>
        rowKey="id"
        size="middle"
        columns={columns}
        dataSource={data?.items}
        loading={isPending && error === null}
        pagination={false}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('replies:empty')} /> }}
        onRow={(reply) => ({ 'data-testid': `reply-${reply.id}` }) as React.HTMLAttributes<HTMLElement>}
      />
      <Notices />
    </main>
  );
}
