import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The message whose details are shown stands in the address, beside whatever else does. */
export function useOpenMessage(): [string | null, (id: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const open = useCallback(
    (id: string | null) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (id === null) next.delete('message');
          else next.set('message', id);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [search.get('message'), open];
}
