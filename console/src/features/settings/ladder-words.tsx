import type { Contact, EachAnswers, Ladder, LadderStep } from '@liandong/shared/ladder';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { i18next } from '../../i18n';
import { plainSpan } from './county.rules';
import { ladderLines } from './ladder-draft.rules';

export const contactWord = (contact: Contact): string => i18next.t(`settings:ladder.contact.${contact}`);

const listed = (words: readonly string[]): string => words.join(i18next.t('settings:comma'));

/** `2 分`, `1.5 分`; under a minute `30 秒`. */
function timeWord(seconds: number): string {
  if (seconds < 60) return i18next.t('settings:ladder.seconds', { count: seconds });
  const { unit, count } = plainSpan(seconds) ?? { unit: 'minutes' as const, count: Number((seconds / 60).toFixed(2)) };
  return i18next.t(`settings:span.${unit}`, { count });
}

const sendWords = ({ to, channels }: LadderStep['sends'][number]): string =>
  `${contactWord(to)} ${listed(channels.map((channel) => i18next.t(`signs:channel.${channel}`)))}`;

const eachWords = ({ who, everySeconds, rounds, channels }: EachAnswers): string =>
  i18next.t('settings:ladder.eachWords', {
    who: listed(who.map(contactWord)),
    time: timeWord(everySeconds),
    rounds,
    channels: listed(channels.map((channel) => i18next.t(`signs:channel.${channel}`))),
  });

/** A ladder in plain words, round by round, with the alarm at the desk where it comes. */
export function LadderWords({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation('settings');
  const { data } = useAnswer('listSettings');
  const alarm = data?.items.find(({ key }) => key === 'deskAlarmSeconds')?.value;
  return (
    <ol className="ladder-words">
      {ladderLines(ladder, alarm).map(({ afterSeconds, sends, alarm: desk }) => (
        <li key={`${afterSeconds} ${desk}`} className={desk ? 'quiet' : ''}>
          <b>{afterSeconds === 0 ? t('ladder.atOnce') : t('ladder.after', { time: timeWord(afterSeconds) })}</b>{' '}
          {desk ? `⚠ ${t('ladder.deskAlarm')}` : sends.map(sendWords).join(t('ladder.semicolon'))}
        </li>
      ))}
      {ladder.eachAnswers !== null && (
        <li>
          <b>{t('ladder.eachOf')}</b> {eachWords(ladder.eachAnswers)}
        </li>
      )}
    </ol>
  );
}
