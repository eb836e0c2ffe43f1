import type { fieldReminderZh } from './field-reminder.zh';
import type { Shape } from './shape';

export const fieldReminderEn: Shape<typeof fieldReminderZh> = {
  title: 'Reminders while closed',
  heading: 'Remind you while the app is closed?',
  why: 'While the app is not on the screen, a new order appears as a notification and vibrates. Tap it to open the app.',
  turnOn: 'Turn reminders on',
  turnOff: 'Turn reminders off',
  later: 'Not now',
  busy: 'One moment…',
  failed: 'It did not work. Check the signal and try again; some phones cannot reach a push service',
  state: {
    on: 'on',
    off: 'off',
    blocked: "refused; allow notifications in the browser's site settings",
    unsupported: 'not supported by this browser (needs https; on an iPhone add the app to the home screen first)',
  },
};
