import { language } from './index';

/** Between a name and what is said of it. */
export const colon = (): string => (language() === 'zh' ? '：' : ': ');

/** Several names in one line. */
export const listed = (names: readonly string[]): string => names.join(language() === 'zh' ? '、' : ', ');
