import type { PhoneFlagView } from '@liandong/shared/message';
import { Alert, Empty, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { queryClient, useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { notify } from '../../ui/notice';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { complain } from '../desk/actions';
import { Moment } from '../owed/Moment';

/** 核实: the flag is taken away with a reason on record. */
function ClearDialog({ flag, onClose }: { flag: PhoneFlagView; onClose: () => void }) {
  const { t } = useTranslation(['messages', 'signs']);
  const clear = async (reason: string): Promise<void> => {
    try {
      await call('clearPhoneFlag', { params: { phone: flag.phone }, body: { flag: flag.flag, reason } });
      notify(t('messages:numbers.cleared', { phone: flag.phone }));
      await queryClient.invalidateQueries({ queryKey: ['listPhoneFlags'] });
    } catch (error) {
      complain(error);
    }
  };
  return (
    <ReasonDialog
      title={t('messages:numbers.clearTitle', { phone: flag.phone, flag: t(`signs:phoneFlag.${flag.flag}`) })}
      label={t('messages:reason')}
      phrases={[
        t('messages:numbers.phrases.called'),
        t('messages:numbers.phrases.changed'),
        t('messages:numbers.phrases.agreed'),
      ]}
      onDone={(reason) => void clear(reason)}
      onClose={onClose}
    />
  );
}

function useColumns(onClear: ((flag: PhoneFlagView) => void) | null): TableColumnsType<PhoneFlagView> {
  const { t } = useTranslation(['messages', 'signs']);
  return [
    {
      title: t('messages:numbers.phone'),
      width: 150,
      render: (_, row) => (
        <a className="num" href={`tel:${row.phone}`}>
          {row.phone}
        </a>
      ),
    },
    {
      title: t('messages:numbers.owner'),
      width: 180,
      render: (_, row) => (
        <>
          {row.ownerName ?? <span className="faint">{t('messages:numbers.unknown')}</span>}{' '}
          <span className="quiet num">{row.teamCode}</span>
        </>
      ),
    },
    {
      title: t('messages:numbers.flag'),
      width: 260,
      render: (_, row) => (
        <>
          <b className="warn">! {t(`signs:phoneFlag.${row.flag}`)}</b>
          <div className="quiet small">{t(`messages:numbers.means.${row.flag}`)}</div>
        </>
      ),
    },
    { title: t('messages:numbers.because'), render: (_, row) => row.because },
    { title: t('messages:numbers.since'), width: 170, render: (_, row) => <Moment at={row.since} /> },
    {
      title: <span className="visually-hidden">{t('messages:numbers.clear')}</span>,
      width: 140,
      hidden: onClear === null,
      render: (_, row) => (
        <button type="button" className="btn" onClick={() => onClear?.(row)} data-testid={`flag-clear-${row.phone}`}>
          {t('messages:numbers.clear')}
        </button>
      ),
    },
  ];
}

/** 号码: numbers that cannot or must not be written to, until somebody has verified them. */
export function NumbersTab() {
  const { t } = useTranslation(['messages', 'app']);
  const { may } = useSession();
  const { data, error, isPending } = useAnswer('listPhoneFlags');
  const [clearing, setClearing] = useState<PhoneFlagView | null>(null);
  const columns = useColumns(may('message.manage') ? setClearing : null);
  return (
    <>
      <p className="quiet numbers-hint">{t('messages:numbers.hint')}</p>
      {error !== null && (
        <Alert
          type="error"
          showIcon
          title={t('messages:numbers.failed')}
          description={problemText(error, t('app:offline'))}
        />
      )}
      <Table<PhoneFlagView>
        rowKey={(row) => `${row.phone} ${row.flag}`}
        size="small"
        columns={columns}
        dataSource={data?.items}
        loading={isPending && error === null}
        pagination={false}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('messages:numbers.empty')} />,
        }}
      />
      {clearing !== null && <ClearDialog flag={clearing} onClose={() => setClearing(null)} />}
    </>
  );
}
