import { useTranslation } from 'react-i18next';
import { formatMinute } from '../../ui/time';
import { type CheckState, checkState } from './duty.rules';

const CLASS: Record<CheckState, string> = {
  none: 'faint',
  done: 'met',
  doneLate: 'near',
  missing: 'over',
  waiting: 'quiet',
};
const WORDS = {
  none: 'notAsked',
  done: 'checked',
  doneLate: 'checkedLate',
  missing: 'missing',
  waiting: 'waiting',
} as const;

/** Signed in or not, as a sign and a word. */
export function CheckSign({ person }: { person: { checkIn: boolean; checkedInAt: string | null; late: boolean } }) {
  const { t } = useTranslation('duty');
  const state = checkState(person);
  return <span className={`check ${CLASS[state]}`}>{t(WORDS[state], { time: formatMinute(person.checkedInAt) })}</span>;
}
