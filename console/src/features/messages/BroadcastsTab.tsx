import type { BroadcastView } from '@liandong/shared/broadcast';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession } from '../../app/session';
import { useKeys } from '../../ui/keys';
import { ListTable } from '../owed/ListTable';
import { Moment } from '../owed/Moment';
import { useList } from '../owed/use-list';
import { NewBroadcast } from './NewBroadcast';
import { Receipts } from './Receipts';

function useColumns(onOpen: (id: string) => void): TableColumnsType<BroadcastView> {
  const { t } = useTranslation('messages');
  return [
    {
      title: t('broadcastColumn.at'),
      width: 160,
      render: (_, row) => (
        <>
          <Moment at={row.createdAt} />
          <div className="quiet small">{row.createdBy}</div>
        </>
      ),
    },
    {
      title: t('broadcastColumn.text'),
      render: (_, row) => (
        <>
          {row.drill && <span className="tag">{t('drill')}</span>} {row.text}
          <div className="quiet small">→ {row.groupsText}</div>
        </>
      ),
    },
    {
      title: t('broadcastColumn.numbers'),
      width: 80,
      align: 'right',
      render: (_, row) => <span className="num">{row.numbers}</span>,
    },
    { title: t('broadcastColumn.receipts'), width: 330, render: (_, row) => <Receipts broadcast={row} /> },
    {
      title: t('broadcastColumn.replies'),
      width: 76,
      align: 'right',
      render: (_, row) => <span className="num">{row.replies}</span>,
    },
    {
      title: <span className="visually-hidden">{t('seeMessages')}</span>,
      width: 116,
      render: (_, row) => (
        <button type="button" className="btn ghost" onClick={() => onOpen(row.id)} data-testid="broadcast-messages">
          {t('seeMessages')}
        </button>
      ),
    },
  ];
}

/** 群呼: what went to many, and how many of them it reached. */
export function BroadcastsTab() {
  const { t } = useTranslation('messages');
  const { may } = useSession();
  const [, setSearch] = useSearchParams();
  const [writing, setWriting] = useState(false);
  const list = useList('listBroadcasts', {});
  const columns = useColumns((broadcast) => setSearch({ tab: 'messages', broadcast }));
  const mayWrite = may('message.broadcast');
  useKeys({ n: () => setWriting(true) }, { enabled: mayWrite && !writing });
  return (
    <>
      {mayWrite && (
        <div className="message-filters">
          <Button type="primary" onClick={() => setWriting(true)} data-testid="broadcast-new">
            {t('newBroadcast')} <kbd>N</kbd>
          </Button>
        </div>
      )}
      <ListTable<BroadcastView>
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('broadcastEmpty')}
        onRow={(row) => ({ 'data-testid': `broadcast-${row.id}` })}
      />
      {writing && <NewBroadcast onClose={() => setWriting(false)} />}
    </>
  );
}
