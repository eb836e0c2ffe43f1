import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { formatInstant } from '../../ui/time';

/** The latest imports, to be looked at again. */
export function RecentImports({ show }: { show: (id: string) => void }) {
  const { t } = useTranslation('county');
  const { data, isError } = useAnswer('listImports', undefined, { staleTime: 0 });
  if (!data) return <p role="status">{t(isError ? 'failed' : 'loading')}</p>;
  return (
    <section>
      <h3>{t('recent')}</h3>
      {data.items.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <Table
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={data.items}
          columns={[
            { title: t('when'), dataIndex: 'startedAt', render: (at: string) => formatInstant(Date.parse(at)) },
            {
              title: t('file'),
              dataIndex: 'fileName',
              render: (name: string, { id }) => (
                <button type="button" className="btn ghost" onClick={() => show(id)}>
                  {name}
                </button>
              ),
            },
            { title: t('who'), dataIndex: 'by' },
            {
              title: t('result'),
              dataIndex: 'state',
              render: (state: (typeof data.items)[number]['state']) => t(`state.${state}`),
            },
          ]}
        />
      )}
    </section>
  );
}
