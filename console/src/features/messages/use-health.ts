import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';

/** Besides what the feed says: a queue gets stuck, a receipt stays away without any event. */
const EVERY_MS = 10_000;

/** Whether messages go out, line by line. */
export function useHealth() {
  const { may } = useSession();
  return useAnswer('messageHealth', undefined, { enabled: may('message.read'), refetchInterval: EVERY_MS });
}
