import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { type Words, zh } from './zh';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Words;
  }
}

export type Language = 'zh' | 'en';
const KEY = 'liandong.language';

function remembered(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

void i18next.use(initReactI18next).init({
  lng: remembered(),
  fallbackLng: 'zh',
  defaultNS: 'app',
  ns: Object.keys(zh),
  resources: { zh, en },
  interpolation: { escapeValue: false },
  initAsync: false,
});

const mark = (): void => {
  document.documentElement.lang = i18next.language === 'en' ? 'en' : 'zh-CN';
};
mark();
i18next.on('languageChanged', mark);

export const language = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

/** Switch and remember the language of this browser. */
export function setLanguage(next: Language): void {
  localStorage.setItem(KEY, next);
  void i18next.changeLanguage(next);
}

export { i18next };
