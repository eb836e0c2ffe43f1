import { Alert, Button, Empty, Table, type TableColumnsType } from 'antd';
import type { HTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { PAGE, type useList } from './use-list';

interface Props<T> {
  list: Omit<ReturnType<typeof useList>, 'items'> & { items: T[] };
  columns: TableColumnsType<T>;
  rowKey: (row: T) => string;
  empty: string;
  /** For tests, and what a click on the row does. */
  onRow?: (row: T) => HTMLAttributes<HTMLElement> & { 'data-testid'?: string };
}

/** A list of the page: its failure, its emptiness, its rows, and more of them. */
export function ListTable<T extends object>({ list, columns, rowKey, empty, onRow }: Props<T>) {
  const { t } = useTranslation(['owed', 'app']);
  return (
    <>
      {list.error !== null && (
        <Alert
          type="error"
          showIcon
          title={t('owed:failed')}
          description={problemText(list.error, t('app:offline'))}
          style={{ marginBottom: 12 }}
          action={<Button onClick={list.retry}>{t('app:reload')}</Button>}
        />
      )}
      {(list.error === null || list.items.length > 0) && (
        <Table<T>
          rowKey={rowKey}
          size="small"
          columns={columns}
          dataSource={list.items}
          loading={list.loading}
          pagination={false}
          onRow={onRow}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
        />
      )}
      {list.more !== null && (
        <p className="more-rows">
          <Button onClick={list.more.load} loading={list.more.loading}>
            {t('owed:more', { count: PAGE })}
          </Button>
        </p>
      )}
    </>
  );
}

/** How many rows are shown; `+`: there are more. Nothing is said while it is not known. */
export function Count({ list }: { list: Pick<ReturnType<typeof useList>, 'items' | 'more' | 'loading' | 'error'> }) {
  const { t } = useTranslation('owed');
  if (list.loading || (list.error !== null && list.items.length === 0)) return null;
  return (
    <span className="quiet" data-testid="owed-count">
      {t('summary', { count: list.items.length })}
      {list.more !== null && '+'}
    </span>
  );
}
