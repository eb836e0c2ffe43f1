import type { NoticeView } from '@liandong/shared/supervision';
import { Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../app/session';
import { owesLateWord, shortNumber } from '../desk/words';
import { Count, ListTable } from './ListTable';
import { Moment } from './Moment';
import { NoticeActs } from './NoticeActs';
import { useList } from './use-list';
import { useOpenOnDesk } from './use-open-on-desk';

/** 督办通知: to whom, about what, received, answered, closed. */
export function NoticesTab() {
  const { t } = useTranslation(['owed', 'signs', 'upward']);
  const { may } = useSession();
  const [all, setAll] = useState(false);
  const list = useList('listNotices', all ? {} : { open: '1' });
  const open = useOpenOnDesk();
  const columns: TableColumnsType<NoticeView> = [
    {
      title: t('owed:notices.number'),
      width: 165,
      render: (_, notice) => (
        <>
          <b>{notice.number}</b>
          <div className="quiet small">
            <Moment at={notice.issuedAt} /> {notice.issuedBy}
          </div>
        </>
      ),
    },
    {
      title: t('owed:notices.about'),
      render: (_, notice) => (
        <button
          type="button"
          className="incident-link"
          title={t('owed:openDesk')}
          onClick={() => open(notice.incidentId, notice.orderId)}
        >
          <span>
            <b>{notice.addressee}</b> {owesLateWord({ kind: notice.kind, stage: null })}{' '}
            <span className="num faint">
              {shortNumber(notice.incidentNumber)} {notice.orderCode !== null && `#${notice.orderCode}`}
            </span>
            <div className="quiet small">{notice.demand}</div>
          </span>
        </button>
      ),
    },
    {
      title: t('owed:notices.receipt'),
      width: 150,
      render: (_, notice) =>
        notice.receivedAt === null ? (
          <b className="warn">! {t('owed:notices.unreceived')}</b>
        ) : (
          <>
            ✓ {notice.receivedBy}
            <div className="small">
              <Moment at={notice.receivedAt} />
            </div>
          </>
        ),
    },
    { title: t('owed:notices.answer'), width: 280, render: (_, notice) => <Answer notice={notice} /> },
    {
      title: t('owed:notices.state'),
      width: 90,
      render: (_, notice) => <b>{t(`signs:notice.${notice.state}`)}</b>,
    },
    {
      title: t('owed:column.action'),
      width: 240,
      render: (_, notice) => (
        <span className="row-actions">
          {may('notice.issue') && <NoticeActs notice={notice} />}
          <Link className="btn ghost" to={`/notices/${notice.id}/print`} target="_blank">
            {t('owed:notices.print')}
          </Link>
        </span>
      ),
    },
  ];
  return (
    <>
      <div className="owed-filters">
        <Segmented
          value={all ? 'all' : 'open'}
          onChange={(value) => setAll(value === 'all')}
          options={[
            { value: 'open', label: t('owed:notices.open') },
            { value: 'all', label: t('owed:notices.all') },
          ]}
        />
        <Count list={list} />
      </div>
      <ListTable<NoticeView>
        list={list}
        columns={columns}
        rowKey={(notice) => notice.id}
        empty={t('owed:notices.empty')}
        onRow={(notice) => ({ 'data-testid': `notice-${notice.number}` })}
      />
    </>
  );
}

/** The answer, or until when it is due. */
function Answer({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('owed');
  if (notice.answer !== null) {
    return (
      <>
        “{notice.answer}”
        <div className="quiet small">
          {notice.answeredBy} <Moment at={notice.answeredAt} />
        </div>
      </>
    );
  }
  return (
    <>
      {t('notices.unanswered')}
      <div className="quiet small">
        {t('notices.answerDue')} <Moment at={notice.answerDueAt} />
      </div>
    </>
  );
}
