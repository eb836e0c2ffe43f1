import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useAnswer } from '../../api/query';
import { onTouched } from '../../live/touched';
import { merge } from './practice.rules';

/** Texts arrive by the second during an exercise. */
const POLL_MS = 2_000;
/** The register of phones itself hardly changes. */
const REGISTER_MS = 60_000;

/** All practice phones, the talking ones fresh. */
export function usePhones() {
  const client = useQueryClient();
  const all = useAnswer('practicePhones', {}, { refetchInterval: REGISTER_MS });
  const active = useAnswer('practicePhones', { query: { active: '1' } }, { refetchInterval: POLL_MS });
  useEffect(
    () => onTouched(() => void client.invalidateQueries({ queryKey: ['practicePhones', { query: { active: '1' } }] })),
    [client],
  );
  const phones = useMemo(() => merge(all.data?.items ?? [], active.data?.items ?? []), [all.data, active.data]);
  return { phones, isPending: all.isPending && active.isPending, isError: all.isError && active.isError };
}
