import type { Api } from '@liandong/shared/api';
import type { Answer, Request } from '@liandong/shared/route';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../api/client';

export type ListName =
  | 'listObligations'
  | 'listNotices'
  | 'listFeedback'
  | 'listFollowUps'
  | 'listMessages'
  | 'listBroadcasts';
type Item<N extends ListName> = Answer<Api[N]>['items'][number];
type Query<N extends ListName> = NonNullable<Request<Api[N]>['query']>;

/** Rows asked for at once. */
export const PAGE = 50;

/** A long list, page by page; kept under `[name, {query}]`, so that the live feed can call it old. */
export function useList<N extends ListName>(name: N, query: Query<N>) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [name, { query }],
    queryFn: async ({ pageParam }) => {
      const page = { ...query, limit: PAGE, cursor: pageParam };
      return (await call(name, { query: page } as Request<Api[N]>)) as { items: Item<N>[]; nextCursor: string | null };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    items: data?.pages.flatMap((page) => page.items) ?? [],
    error,
    loading: isPending && error === null,
    retry: () => void refetch(),
    more: hasNextPage ? { loading: isFetchingNextPage, load: () => void fetchNextPage() } : null,
  };
}
