import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { serverNow } from '../../ui/clock';
import { formatDate } from '../../ui/time';
import { type Filters, readFilters, writeFilters } from './filter.rules';

/** The filters of the address, and how to change some of them. `today` is the county's. */
export function useFilters(): { filters: Filters; today: string; change: (part: Partial<Filters>) => void } {
  const [search, setSearch] = useSearchParams();
  const today = formatDate(serverNow());
  const filters = useMemo(() => readFilters(search, today), [search, today]);
  const change = useCallback(
    (part: Partial<Filters>) => setSearch(writeFilters({ ...filters, ...part }), { replace: true }),
    [filters, setSearch],
  );
  return { filters, today, change };
}
