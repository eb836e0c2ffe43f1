import type { repliesZh } from './replies.zh';
import type { Shape } from './shape';

export const repliesEn: Shape<typeof repliesZh> = {
  heading: 'Replies',
  hint: 'Texts and key presses that could not be read or matched; none is ever dropped',
  empty: 'No reply waits',
  text: 'Text',
  sender: 'From',
  received: 'Received',
  why: 'Why it waits',
  action: 'Settle',
  unknownSender: 'unregistered number',
  order: 'Attach to order',
  step: 'as',
  attach: 'Attach',
  read: 'Read',
  settled: 'Settled',
  noOrders: 'No open order',
  failed: 'The replies could not be loaded',
  answered: 'answered: {{text}}',
};
