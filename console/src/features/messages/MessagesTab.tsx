import type { MessageRow } from '@liandong/shared/message';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ListTable } from '../owed/ListTable';
import { useList } from '../owed/use-list';
import { type Filters, readFilters, toQuery, writeFilters } from './filter.rules';
import { MessageFilters } from './MessageFilters';
import { useMessageColumns } from './message-columns';
import { useOpenMessage } from './use-open-message';

/** The filters stand in the address, so that a view can be sent. */
function useFilters(): [Filters, (part: Partial<Filters>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readFilters(search), [search]);
  const change = (part: Partial<Filters>): void =>
    setSearch({ tab: 'messages', ...writeFilters({ ...filters, ...part }) }, { replace: true });
  return [filters, change];
}

/** Every message, the newest first: to whom, by which line, how it went. */
export function MessagesTab() {
  const { t } = useTranslation('messages');
  const [filters, change] = useFilters();
  const [, open] = useOpenMessage();
  const list = useList('listMessages', toQuery(filters));
  const columns = useMessageColumns(open);
  return (
    <>
      <MessageFilters filters={filters} onChange={change} />
      <ListTable<MessageRow>
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('empty')}
        onRow={(row) => ({
          className: 'message-row',
          'data-testid': `message-${row.id}`,
          onClick: () => open(row.id),
        })}
      />
    </>
  );
}
