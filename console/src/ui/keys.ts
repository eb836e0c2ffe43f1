import { useEffect, useRef } from 'react';
import { keyName } from './key-name';

/**
 * Keys of the page, as a stack: the panel opened last is asked first.
 * A binding is named `j`, `F2`, `Escape`, `Space`, `ctrl+Enter`, `ctrl+shift+Enter`, `alt+1`.
 */
export type KeyMap = Partial<Record<string, (event: KeyboardEvent) => void>>;
interface Layer {
  keys: { current: KeyMap };
  /** Plain letters and digits do not fall through to the layers below. */
  exclusive: boolean;
}
const stack: Layer[] = [];

const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
const PRESSABLE = 'button, a, summary, input, [role="tab"]';

/** While somebody types, only keys that write nothing are the page's: F-keys, Escape, Ctrl and Alt combinations. */
function belongsToField(event: KeyboardEvent, name: string): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target === null) return false;
  if ((name === 'Enter' || name === 'Space') && target.closest(PRESSABLE) !== null) return true;
  return target.closest(TYPING) !== null && !/^(F\d+|Escape|ctrl\+.+|alt\+.+)$/.test(name);
}

const plain = (name: string): boolean =>
  name.length === 1 || name.startsWith('Arrow') || name === 'Enter' || name === 'Space';

function onKeyDown(event: KeyboardEvent): void {
  // 229: an input method is composing; its Enter and digits are its own.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
  const name = keyName(event);
  if (belongsToField(event, name)) return;
  for (const layer of [...stack].reverse()) {
    const act = layer.keys.current[name];
    if (act !== undefined) {
      event.preventDefault();
      act(event);
      return;
    }
    if (layer.exclusive && plain(name)) return;
  }
}

/** Bind keys while the component is shown. */
export function useKeys(keys: KeyMap, { enabled = true, exclusive = false } = {}): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    if (!enabled) return;
    const layer: Layer = { keys: current, exclusive };
    stack.push(layer);
    if (stack.length === 1) window.addEventListener('keydown', onKeyDown);
    return () => {
      stack.splice(stack.indexOf(layer), 1);
      if (stack.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled, exclusive]);
}
