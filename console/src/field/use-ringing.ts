import type { TeamOrder } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlarm } from './alarm';
import { isUnanswered } from './project.rules';
import type { Entry } from './queue.rules';

export interface Ringing {
  /** The order nobody of the team has answered yet. */
  order: TeamOrder | null;
  muted: boolean;
  /** The sound still waits for a touch. */
  needsTouch: boolean;
  mute: () => void;
}

/** A new order rings, whatever page is open, until it is answered or muted. */
export function useRinging(entries: readonly Entry[]): Ringing {
  const { t } = useTranslation('field');
  const [mutedId, mute] = useState<string | null>(null);
  const order = entries.find(({ shown }) => isUnanswered(shown.status))?.order ?? null;
  const muted = order !== null && order.id === mutedId;
  const needsTouch = useAlarm(order && `【${t('newOrder')}】${t('code', { code: order.code })}`, muted);
  return { order, muted, needsTouch, mute: () => order && mute(order.id) };
}
