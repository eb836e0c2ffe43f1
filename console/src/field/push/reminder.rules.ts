/** 离线提醒 on this phone. `blocked`: the person once said no to the browser, only its settings can undo that. */
export type ReminderState = 'unsupported' | 'blocked' | 'off' | 'on';

/** What the browser can do and was allowed to, and whether it takes our pushes now. */
export interface Browser {
  supported: boolean;
  permission: NotificationPermission;
  subscribed: boolean;
}

export function reminderState({ supported, permission, subscribed }: Browser): ReminderState {
  if (!supported) return 'unsupported';
  if (permission === 'denied') return 'blocked';
  return permission === 'granted' && subscribed ? 'on' : 'off';
}

/** Is this the key the county signs with? A browser gives back bytes, the centre base64url. */
export function isKey(bytes: ArrayBuffer | null, key: string): boolean {
  if (bytes === null) return false;
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === key;
}
