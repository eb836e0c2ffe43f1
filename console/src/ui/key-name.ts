/** The parts of a key press that name it. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** The name of a key press; letters in lower case, digits by place (so that Alt and an IME do not hide them). */
export function keyName(event: Press): string {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const name = digit !== undefined && (event.altKey || event.key === digit) ? digit : key;
  const held = [event.ctrlKey || event.metaKey ? 'ctrl+' : '', event.altKey ? 'alt+' : ''].join('');
  const shift = event.shiftKey && (name.length > 1 || held !== '') ? 'shift+' : '';
  return `${held}${shift}${name}`;
}
