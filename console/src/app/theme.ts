import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type Theme = 'dark' | 'light';
const KEY = 'liandong.theme';

const remembered = (): Theme => (localStorage.getItem(KEY) === 'light' ? 'light' : 'dark');

export const themeStore = createStore<{ theme: Theme }>()(() => ({ theme: remembered() }));
export const useTheme = (): Theme => useStore(themeStore, (state) => state.theme);

const apply = (theme: Theme): void => {
  document.documentElement.dataset.theme = theme;
};
apply(themeStore.getState().theme);

/** Dark for the hall, light for offices; remembered in this browser. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  apply(theme);
  themeStore.setState({ theme });
}
