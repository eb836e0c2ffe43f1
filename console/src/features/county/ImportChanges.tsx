import type { ImportChange, SheetCounts } from '@liandong/shared/county';
import { Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';

const PAGE = 50;

/** What an import changes, or has changed: every row with its values before and after. */
export function ImportChanges({ id, sheets }: { id: string; sheets: readonly SheetCounts[] }) {
  const { t } = useTranslation('county');
  const [sheet, setSheet] = useState<string>();
  const [page, setPage] = useState(1);
  const query = { page: String(page), limit: String(PAGE), ...(sheet ? { sheet } : {}) };
  const { data, isError } = useAnswer('listImportChanges', { params: { id }, query }, { staleTime: 0 });
  if (!data) return <p role="status">{t(isError ? 'failed' : 'loading')}</p>;
  if (data.total === 0 && sheet === undefined) return null;
  return (
    <section data-testid="import-changes">
      <div className="row">
        <h3>{t('changesTitle', { count: data.total })}</h3>
        <Select
          allowClear
          aria-label={t('sheet')}
          placeholder={t('allSheets')}
          value={sheet}
          options={sheets.map((each) => ({ value: each.sheet, label: each.sheet }))}
          onChange={(wanted: string | undefined) => {
            setSheet(wanted);
            setPage(1);
          }}
        />
      </div>
      <Table
        size="small"
        rowKey="no"
        dataSource={data.items}
        pagination={{ current: page, pageSize: PAGE, total: data.total, showSizeChanger: false, onChange: setPage }}
        columns={[
          { title: t('sheet'), dataIndex: 'sheet' },
          { title: t('subject'), dataIndex: 'subject' },
          { title: t('happened'), dataIndex: 'what', render: (what: ImportChange['what']) => t(what) },
          {
            title: t('beforeAfter'),
            dataIndex: 'changes',
            render: (changes: ImportChange['changes'], { what }) => (
              <Values changes={changes} bare={what !== 'changed'} />
            ),
          },
        ]}
      />
    </section>
  );
}

/** A row that is new, or leaves, has its values only. */
function Values({ changes, bare }: { changes: ImportChange['changes']; bare: boolean }) {
  const empty = '—';
  return (
    <ul className="import-values">
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          <span className="quiet">{field}</span> {bare ? (to ?? from) : `${from ?? empty} → ${to ?? empty}`}
        </li>
      ))}
    </ul>
  );
}
