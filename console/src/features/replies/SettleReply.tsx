import type { ReplyView } from '@liandong/shared/message';
import { REPORT_KINDS, type ReportKind } from '@liandong/shared/order.lifecycle';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select, Space } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { call } from '../../api/client';
import { notify } from '../../ui/notice';
import { uuid } from '../../ui/uuid';
import { complain } from '../desk/actions';
import { type Candidate, forSender } from './replies.rules';

interface Props {
  reply: z.infer<typeof ReplyView>;
  orders: readonly Candidate[];
}

/** Attach a reply to an order with a step, or mark it read. */
export function SettleReply({ reply, orders }: Props) {
  const { t } = useTranslation(['replies', 'signs']);
  const client = useQueryClient();
  const sorted = forSender(orders, reply.teamCode);
  const own = sorted.filter(({ order }) => order.teamCode === reply.teamCode);
  const [orderId, setOrderId] = useState<string | undefined>(own.length === 1 ? own[0]?.order.id : undefined);
  const [kind, setKind] = useState<ReportKind>('acknowledged');
  const [busy, setBusy] = useState(false);
  const clientId = useRef(uuid());
  const chosen = sorted.some(({ order }) => order.id === orderId) ? orderId : undefined;

  const settle = async (attach: boolean): Promise<void> => {
    setBusy(true);
    try {
      const body = attach ? { orderId: chosen, kind, clientId: clientId.current } : { clientId: clientId.current };
      await call('settleReply', { params: { id: reply.id }, body });
      notify(t('replies:settled'));
      await client.invalidateQueries({ queryKey: ['listReplies'] });
    } catch (error) {
      complain(error);
      clientId.current = uuid();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Space.Compact>
      <Select
        style={{ width: 230 }}
        placeholder={sorted.length === 0 ? t('replies:noOrders') : t('replies:order')}
        aria-label={t('replies:order')}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen}
        onChange={setOrderId}
        options={sorted.map(({ order, label }) => ({ value: order.id, label }))}
        data-testid="reply-order"
      />
      <Select
        style={{ width: 100 }}
        aria-label={t('replies:step')}
        value={kind}
        onChange={setKind}
        options={REPORT_KINDS.map((each) => ({ value: each, label: t(`signs:step.${each}`) }))}
        data-testid="reply-kind"
      />
      <Button
        type="primary"
        disabled={chosen === undefined}
        loading={busy}
        onClick={() => void settle(true)}
        data-testid="reply-attach"
      >
        {t('replies:attach')}
      </Button>
      <Button disabled={busy} onClick={() => void settle(false)} data-testid="reply-read">
        {t('replies:read')}
      </Button>
    </Space.Compact>
  );
}
