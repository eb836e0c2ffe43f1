import { useAnswer } from '../../api/query';

/** How many documents in force the team has not confirmed. */
export function useUnread(): number {
  const { data } = useAnswer('listDocuments', { query: {} });
  return data?.items.filter((row) => row.readAt === null).length ?? 0;
}
