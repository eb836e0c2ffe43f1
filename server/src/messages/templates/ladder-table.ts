import type { Ladder } from '@liandong/shared/ladder';

/**
 * Whom an order calls while nobody acknowledges, as the county begins with it (本县约定); edited in the table `ladders`,
 * never here. At once every channel to duty and commander (the app is the team's, so one push reaches both); after 2 min
 * text to all again, call the deputy; after 4 min call the liaison.
 */
export const COUNTY_LADDER: Ladder = {
  steps: [
    {
      afterSeconds: 0,
      sends: [
        { to: 'onDuty', channels: ['app', 'sms', 'voice'] },
        { to: 'commander', channels: ['sms', 'voice'] },
      ],
    },
    {
      afterSeconds: 120,
      sends: [
        { to: 'onDuty', channels: ['sms'] },
        { to: 'commander', channels: ['sms'] },
        { to: 'deputy', channels: ['sms', 'voice'] },
      ],
    },
    { afterSeconds: 240, sends: [{ to: 'liaison', channels: ['voice'] }] },
  ],
  eachAnswers: null,
};
