import { useSyncExternalStore } from 'react';
import { addressOf, isTab, type Page, readPage } from './page.rules';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The page on the screen. It stands in the address, so that the phone's own back button works. */
export function usePage(): Page {
  return readPage(useSyncExternalStore(subscribe, () => window.location.hash));
}

/** How many papers this app itself has laid over a tab. */
let laid = 0;

/** Tabs replace each other; a paper is laid over its tab, and back takes it away. */
export function open(page: Page): void {
  if (isTab(page)) {
    laid = 0;
    window.location.replace(addressOf(page));
  } else {
    laid += 1;
    window.location.hash = addressOf(page);
  }
}

/** Back to where the person came from; to the tab when the app was opened on this page. */
export function back(fallback: Page): void {
  if (laid === 0) {
    window.location.replace(addressOf(fallback));
  } else {
    laid -= 1;
    window.history.back();
  }
}
