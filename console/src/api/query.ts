import type { Api, ApiName } from '@liandong/shared/api';
import type { Answer, Request } from '@liandong/shared/route';
import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { call, Offline } from './client';

/** Answers in the page's memory. The live feed says what is old, so nothing is asked again by age alone. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof Offline && count < 2,
    },
    mutations: { networkMode: 'always' },
  },
});

interface Options {
  enabled?: boolean;
  staleTime?: number;
  refetchInterval?: number | false;
}

/** The answer of one endpoint, kept under `[name, request]`. */
export function useAnswer<N extends ApiName>(
  name: N,
  request?: Request<Api[N]>,
  options: Options = {},
): UseQueryResult<Answer<Api[N]>> {
  return useQuery<Answer<Api[N]>>({ queryKey: [name, request], queryFn: () => call(name, request), ...options });
}

/** Registers hardly change during a shift. */
export const REGISTER: Options = { staleTime: 10 * 60_000 };
