import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import { readStored, store } from '../storage';

const KEY = 'liandong.field.townships';
const DAY_MS = 24 * 3_600_000;

interface Township {
  code: string;
  name: string;
}

async function fetchTownships(): Promise<Township[]> {
  const { items } = await call('listTownships');
  const townships = items.map(({ code, name }) => ({ code, name }));
  store(KEY, townships);
  return townships;
}

/** The county's townships by name, also without a line once they were read. */
export function useTownships(): readonly Township[] {
  const { data } = useQuery({
    queryKey: ['townships'],
    queryFn: fetchTownships,
    initialData: () => readStored<Township[] | undefined>(KEY, undefined),
    initialDataUpdatedAt: 0,
    staleTime: DAY_MS,
  });
  return data ?? [];
}
