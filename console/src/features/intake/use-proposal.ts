import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import { queryClient } from '../../api/query';
import { useDebounced } from '../../ui/use-debounced';
import type { Proposal } from './compose.rules';
import { type Draft, presentDraft } from './draft';

/** Typing rests this long before it is asked for. */
const REST_MS = 200;
/** Fewer characters say nothing. */
const SHORTEST = 2;
/** Filing waits no longer than this for the last word's proposal. */
const PATIENCE_MS = 1_500;

const question = (narrative: string, phone: string, place: Draft['place']) => {
  const callerPhone = phone.trim() === '' ? undefined : phone.trim().slice(0, 20);
  // Only what somebody chose says where it is; else the server looks where the words lead.
  const where = { location: place?.location ?? undefined, townshipCode: place?.townshipCode ?? undefined };
  const body = { narrative: narrative.trim().slice(0, 2000), callerPhone, ...where };
  return {
    queryKey: ['proposeIntake', body],
    queryFn: () => call('proposeIntake', { body }),
    staleTime: 60_000,
    retry: false,
  };
};

/** Type, severity, place, the caller's history and possible duplicates, proposed while the narrative is typed. */
export function useProposal(draft: Draft): Proposal | undefined {
  const narrative = useDebounced(draft.narrative, REST_MS);
  const phone = useDebounced(draft.phone, REST_MS);
  const enabled = narrative.trim().length >= SHORTEST || phone.trim().length >= 3;
  const { data } = useQuery({ ...question(narrative, phone, draft.place), enabled, placeholderData: keepPreviousData });
  return enabled ? data : undefined;
}

/** The proposal for exactly what stands there now: a fast typist files before the page has asked. */
export async function finalProposal(): Promise<Proposal | undefined> {
  const { narrative, phone, place } = presentDraft();
  const late = new Promise<undefined>((done) => setTimeout(done, PATIENCE_MS));
  return Promise.race([queryClient.fetchQuery(question(narrative, phone, place)).catch(() => undefined), late]);
}
