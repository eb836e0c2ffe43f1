import type { OrderStatus } from '@liandong/shared/order.lifecycle';

/** How a state looks besides its word: one sign and one tone, never the colour alone. */
export type Tone = 'sent' | 'ack' | 'go' | 'on' | 'done' | 'off' | 'late';
export interface Sign {
  sign: string;
  tone: Tone;
  zh: string;
  en: string;
}

export const ORDER_SIGNS: Record<OrderStatus, Sign> = {
  issued: { sign: '…', tone: 'sent', zh: '已下达', en: 'issued' },
  delivered: { sign: '…', tone: 'sent', zh: '已送达', en: 'delivered' },
  acknowledged: { sign: '✓', tone: 'ack', zh: '已签收', en: 'acknowledged' },
  mustered: { sign: '✓', tone: 'ack', zh: '已集结', en: 'mustered' },
  en_route: { sign: '→', tone: 'go', zh: '已出动', en: 'en route' },
  on_scene: { sign: '●', tone: 'on', zh: '已到达', en: 'on scene' },
  cleared: { sign: '■', tone: 'done', zh: '已结束', en: 'cleared' },
  declined: { sign: '□', tone: 'off', zh: '不能出动', en: 'declined' },
  recalled: { sign: '□', tone: 'off', zh: '已撤回', en: 'recalled' },
};

/** An order with something overdue. */
export const LATE: Sign = { sign: '!', tone: 'late', zh: '超时', en: 'overdue' };
