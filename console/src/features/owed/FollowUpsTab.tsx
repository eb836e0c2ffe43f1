import type { FollowUpView } from '@liandong/shared/feedback';
import { Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { formatDate, formatMinute } from '../../ui/time';
import { shortNumber } from '../desk/words';
import { Files } from '../feedback/Files';
import { CompleteDialog } from './CompleteDialog';
import { Count, ListTable } from './ListTable';
import { useList } from './use-list';
import { useOpenOnDesk } from './use-open-on-desk';

const STATES = ['open', 'done', 'all'] as const;
type Shown = (typeof STATES)[number];

/** 后续工作: what the accepted forms left to be done, by whom, until when, with its proof. */
export function FollowUpsTab() {
  const { t } = useTranslation(['owed']);
  const { may } = useSession();
  const [shown, setShown] = useState<Shown>('open');
  const [completing, setCompleting] = useState<FollowUpView | null>(null);
  const list = useList('listFollowUps', shown === 'all' ? {} : { state: shown });
  const open = useOpenOnDesk();
  const columns: TableColumnsType<FollowUpView> = [
    { title: t('owed:followUps.what'), render: (_, row) => <b>{row.what}</b> },
    {
      title: t('owed:followUps.person'),
      width: 240,
      render: (_, row) => (
        <>
          {row.person} {row.phone !== null && <span className="num">{row.phone}</span>}
          <div className="quiet small">{row.unit}</div>
        </>
      ),
    },
    {
      title: t('owed:followUps.incident'),
      width: 190,
      render: (_, row) => (
        <button
          type="button"
          className="incident-link"
          title={t('owed:openDesk')}
          onClick={() => open(row.incidentId, row.orderId)}
        >
          <span>
            <span className="num">{shortNumber(row.incidentNumber)}</span> {row.teamShortName}{' '}
            <span className="num faint">#{row.orderCode}</span>
          </span>
        </button>
      ),
    },
    {
      title: t('owed:followUps.due'),
      width: 150,
      render: (_, row) => (
        <>
          <span className="num">{formatDate(row.dueAt)}</span>{' '}
          {row.late && <b className="bad">! {t('owed:followUps.late')}</b>}
        </>
      ),
    },
    {
      title: t('owed:followUps.state'),
      width: 320,
      render: (_, row) =>
        row.doneAt === null ? (
          <span className="quiet">{t('owed:followUps.open')}</span>
        ) : (
          <>
            ✓ {row.proof}
            <div className="quiet small">
              {t('owed:followUps.doneBy', {
                by: row.doneBy ?? '',
                at: `${formatDate(row.doneAt)} ${formatMinute(row.doneAt)}`,
              })}
            </div>
            <Files files={row.attachments} />
          </>
        ),
    },
    {
      title: t('owed:column.action'),
      width: 120,
      render: (_, row) =>
        row.state === 'open' &&
        may('feedback.write') && (
          <button type="button" className="btn" onClick={() => setCompleting(row)} data-testid="complete-follow-up">
            {t('owed:followUps.complete')}
          </button>
        ),
    },
  ];
  return (
    <>
      <div className="owed-filters">
        <Segmented<Shown>
          value={shown}
          onChange={setShown}
          options={STATES.map((value) => ({ value, label: t(`owed:followUps.${value}`) }))}
        />
        <Count list={list} />
      </div>
      <ListTable<FollowUpView>
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('owed:followUps.empty')}
        onRow={() => ({ 'data-testid': 'follow-up' })}
      />
      {completing !== null && (
        <CompleteDialog key={completing.id} followUp={completing} onClose={() => setCompleting(null)} />
      )}
    </>
  );
}
