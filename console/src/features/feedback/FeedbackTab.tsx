import type { FeedbackRow } from '@liandong/shared/feedback';
import { Segmented, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useNow } from '../../ui/clock';
import { placeWords, shortNumber } from '../desk/words';
import { Count, ListTable } from '../owed/ListTable';
import { Moment } from '../owed/Moment';
import { useList } from '../owed/use-list';
import { FeedbackReview } from './FeedbackReview';
import { type FeedbackList, LISTS } from './feedback.rules';
import './feedback.css';

/** Due, and by how much over. */
function Due({ row }: { row: FeedbackRow }) {
  const { t } = useTranslation('feedback');
  const now = useNow();
  const over = row.dueAt !== null && row.submittedAt === null && Date.parse(row.dueAt) < now;
  return (
    <>
      <Moment at={row.dueAt} /> {over && <b className="bad">! {t('list.overdue')}</b>}
    </>
  );
}

/** 反馈单: which are owed, which wait for the centre, which were returned or accepted. The open one stands in the address. */
export function FeedbackTab() {
  const { t } = useTranslation(['feedback', 'signs', 'owed', 'desk']);
  const [search, setSearch] = useSearchParams();
  const shown: FeedbackList = LISTS.find((each) => each === search.get('state')) ?? 'submitted';
  const open = search.get('order');
  const go = (state: FeedbackList, order: string | null): void =>
    setSearch({ tab: 'feedback', state, ...(order === null ? {} : { order }) });
  const list = useList('listFeedback', { state: shown });
  const columns: TableColumnsType<FeedbackRow> = [
    {
      title: t('feedback:list.team'),
      width: 200,
      render: (_, row) => (
        <button type="button" className="incident-link" onClick={() => go(shown, row.orderId)}>
          <span>
            <b>{row.teamShortName}</b> <span className="num faint">#{row.orderCode}</span>
          </span>
        </button>
      ),
    },
    {
      title: t('feedback:list.incident'),
      render: (_, row) => (
        <>
          <b>{row.typeName ?? t('desk:typeUnknown')}</b>{' '}
          <span className="num faint">{shortNumber(row.incidentNumber)}</span>{' '}
          <span className="quiet">
            {placeWords({ placeText: row.placeText, townshipName: null }, t('desk:placeUnknown'))}
          </span>
        </>
      ),
    },
    {
      title: t('feedback:list.state'),
      width: 170,
      render: (_, row) => (
        <>
          {row.state === 'draft' ? t('feedback:notSubmitted') : t(`signs:feedback.${row.state}`)}{' '}
          {row.version > 0 && <span className="faint">{t('feedback:version', { version: row.version })}</span>}
        </>
      ),
    },
    { title: t('feedback:list.dueAt'), width: 210, render: (_, row) => <Due row={row} /> },
    { title: t('feedback:list.submittedAt'), width: 170, render: (_, row) => <Moment at={row.submittedAt} /> },
    {
      title: t('feedback:list.decided'),
      width: 220,
      render: (_, row) =>
        row.decidedAt === null ? (
          '—'
        ) : (
          <>
            {row.decidedBy} <Moment at={row.decidedAt} />
            {row.comment !== null && <div className="quiet small">{row.comment}</div>}
          </>
        ),
    },
  ];
  return (
    <>
      <div className="owed-filters">
        <Segmented<FeedbackList>
          value={shown}
          onChange={(state) => go(state, null)}
          options={LISTS.map((value) => ({ value, label: t(`feedback:list.${value}`) }))}
        />
        <Count list={list} />
      </div>
      <ListTable<FeedbackRow>
        list={list}
        columns={columns}
        rowKey={(row) => row.orderId}
        empty={t('feedback:list.empty')}
        onRow={(row) => ({ 'data-testid': `feedback-${row.teamCode}`, onDoubleClick: () => go(shown, row.orderId) })}
      />
      {open !== null && <FeedbackReview key={open} orderId={open} onClose={() => go(shown, null)} />}
    </>
  );
}
