import type { PhoneFlagView } from '@liandong/shared/message';
import { useMemo } from 'react';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { flagsByPhone, plainPhone } from './flags.rules';

/** What is known of a number; nothing for one without a problem, or while it is not known yet. */
export function useFlags(): (phone: string) => readonly PhoneFlagView[] {
  const { may } = useSession();
  const { data } = useAnswer('listPhoneFlags', undefined, { enabled: may('message.read') });
  const flags = useMemo(() => flagsByPhone(data?.items ?? []), [data]);
  return (phone) => flags.get(plainPhone(phone)) ?? [];
}
