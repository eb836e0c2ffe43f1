import type { MessageRow } from '@liandong/shared/message';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { postWord } from '../desk/words';
import { Moment } from '../owed/Moment';
import { PhoneFlags } from './PhoneFlags';
import { MessageState } from './State';

/** The columns of the messages; the text is a button, so that the keyboard opens a row too. */
export function useMessageColumns(onOpen: (id: string) => void): TableColumnsType<MessageRow> {
  const { t } = useTranslation(['messages', 'signs']);
  return [
    { title: t('messages:column.at'), width: 150, render: (_, row) => <Moment at={row.sentAt ?? row.dueAt} /> },
    {
      title: t('messages:column.to'),
      width: 210,
      render: (_, row) => (
        <>
          <b>{row.recipientName || t('messages:unnamed')}</b>{' '}
          <span className="quiet">
            {row.teamCode} {postWord(row.recipientPost)}
          </span>
          <div className="num">
            {row.phone}
            <PhoneFlags phone={row.phone} />
          </div>
        </>
      ),
    },
    {
      title: t('messages:column.text'),
      render: (_, row) => (
        <button type="button" className="message-open" title={row.text} onClick={() => onOpen(row.id)}>
          {row.text}
        </button>
      ),
    },
    {
      title: t('messages:column.by'),
      width: 190,
      render: (_, row) => (
        <>
          {t(`signs:purpose.${row.purpose}`)}{' '}
          {row.orderCode !== null && <span className="num faint">#{row.orderCode} </span>}
          {row.personal && <span className="tag">{t('messages:personal')}</span>}{' '}
          {row.drill && <span className="tag">{t('messages:drill')}</span>}
          <div className="quiet small">
            {row.line === null
              ? `${t(`signs:channel.${row.channel}`)} · ${t('messages:noLineYet')}`
              : t(`signs:line.${row.line}`)}
          </div>
        </>
      ),
    },
    { title: t('messages:column.state'), width: 250, render: (_, row) => <MessageState message={row} /> },
  ];
}
