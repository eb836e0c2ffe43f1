import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog';
import { showHelp } from './desk-state';

/** Every key of the desk: [keys, what it does]. */
const KEYS = [
  ['F2', 'intake'],
  ['Tab', 'accept'],
  ['Alt 1–6', 'acceptNth'],
  ['Alt 7–9', 'joinNth'],
  ['Ctrl Enter', 'save'],
  ['Ctrl Shift Enter', 'saveDispatch'],
  ['F4', 'dispatch'],
  ['F7', 'raise'],
  ['1–9', 'numbers'],
  ['J K ↓ ↑', 'move'],
  ['Enter', 'open'],
  ['F', 'filter'],
  ['X', 'ended'],
  ['A', 'acknowledged'],
  ['M', 'mustered'],
  ['T', 'enRoute'],
  ['R', 'onScene'],
  ['E', 'cleared'],
  ['0', 'declined'],
  ['B', 'backfill'],
  ['Z', 'correct'],
  ['H', 'rebase'],
  ['D', 'replace'],
  ['O', 'reached'],
  ['P', 'phones'],
  ['I', 'commander'],
  ['S', 'situation'],
  ['U', 'upward'],
  ['N', 'note'],
  ['G', 'more'],
  ['␣', 'alarm'],
  ['V', 'showAlarm'],
  ['L', 'layers'],
  ['C', 'county'],
  ['/', 'command'],
  ['F8', 'owed'],
  ['F9', 'messages'],
  ['Esc', 'back'],
  ['?', 'help'],
] as const;
const COMMANDS = [
  '/37 到',
  '/派 p05 s03',
  '/找 下陈',
  '/电 s05',
  '/物 船 20',
  '/专家',
  '/记 家属已到',
  '/续报',
  '/37 更正',
  '/并案',
] as const;

/** All keys at a glance. */
export function KeyHelp() {
  const { t } = useTranslation('desk');
  return (
    <Dialog title={t('allKeys')} onClose={() => showHelp(false)} width={680}>
      <div className="body" data-testid="key-help">
        <dl className="key-table">
          {KEYS.map(([keys, word]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{t(`keys.${word}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet">
          {t('commandExamples')}{' '}
          {COMMANDS.map((command) => (
            <kbd key={command}>{command}</kbd>
          ))}
        </p>
      </div>
    </Dialog>
  );
}
