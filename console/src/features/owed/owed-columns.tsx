import type { OwedRow } from '@liandong/shared/obligation';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { Severity } from '../../ui/Severity';
import { owesWord, shortNumber } from '../desk/words';
import { Moment } from './Moment';
import { OwedState } from './OwedState';
import { mayNotice, mayWaive } from './owed.rules';
import { useOpenOnDesk } from './use-open-on-desk';

export function useOwedColumns(onAsk: (row: OwedRow, act: 'notice' | 'waive') => void): TableColumnsType<OwedRow> {
  const { t } = useTranslation(['owed', 'signs', 'desk']);
  const { may } = useSession();
  const open = useOpenOnDesk();
  const actions: TableColumnsType<OwedRow>[number] = {
    title: t('owed:column.action'),
    width: 150,
    render: (_, row) => (
      <span className="row-actions">
        {may('notice.issue') && mayNotice(row) && (
          <button type="button" className="btn" onClick={() => onAsk(row, 'notice')} data-testid="issue-notice">
            {t('owed:noticeDo')}
          </button>
        )}
        {may('order.supervise') && mayWaive(row) && (
          <button type="button" className="btn ghost" onClick={() => onAsk(row, 'waive')} data-testid="waive-owed">
            {t('owed:waive')}
          </button>
        )}
      </span>
    ),
  };
  const columns: TableColumnsType<OwedRow> = [
    { title: t('owed:column.what'), width: 118, render: (_, row) => <b>{owesWord(row)}</b> },
    {
      title: t('owed:column.who'),
      width: 170,
      render: (_, row) => (
        <>
          {row.owedBy} {row.orderCode !== null && <span className="num faint">#{row.orderCode}</span>}
        </>
      ),
    },
    {
      title: t('owed:column.incident'),
      render: (_, row) => (
        <button
          type="button"
          className="incident-link"
          title={t('owed:openDesk')}
          onClick={() => open(row.incidentId, row.orderId)}
        >
          <Severity level={row.incident.severity} size={20} />
          <span>
            <b>{row.incident.typeName ?? t('desk:typeUnknown')}</b>{' '}
            <span className="num faint">{shortNumber(row.incident.number)}</span>{' '}
            {row.incident.drill && <span className="tag">{t('desk:drill')}</span>}
            <span className="quiet">{row.incident.placeText ?? t('desk:placeUnknown')}</span>
          </span>
        </button>
      ),
    },
    {
      title: t('owed:column.due'),
      width: 160,
      render: (_, row) =>
        row.dueAt === null ? (
          <span className="faint">{t('owed:untimed')}</span>
        ) : (
          <span title={row.basis ?? undefined}>
            <Moment at={row.dueAt} />
          </span>
        ),
    },
    { title: t('owed:column.late'), width: 210, render: (_, row) => <OwedState row={row} /> },
    {
      title: t('owed:column.chases'),
      width: 70,
      render: (_, row) =>
        row.chases === 0 ? <span className="faint">—</span> : t('owed:chased', { count: row.chases }),
    },
    {
      title: t('owed:column.notice'),
      width: 150,
      render: (_, row) =>
        row.notice === null ? (
          <span className="faint">—</span>
        ) : (
          <>
            {row.notice.number}
            <div className="quiet small">{noticeWord(row.notice.state, t)}</div>
          </>
        ),
    },
  ];
  return may('notice.issue') || may('order.supervise') ? [...columns, actions] : columns;
}

const NOTICE_WORDS = {
  issued: 'signs:notice.issued',
  received: 'signs:notice.received',
  answered: 'signs:notice.answered',
  closed: 'signs:notice.closed',
} as const;
const noticeWord = (state: string, t: (key: (typeof NOTICE_WORDS)[keyof typeof NOTICE_WORDS]) => string): string =>
  state in NOTICE_WORDS ? t(NOTICE_WORDS[state as keyof typeof NOTICE_WORDS]) : state;
