import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows } from '../../live/store';
import { useNow } from '../../ui/clock';
import { useKeys } from '../../ui/keys';
import { GapAlarm } from '../duty/GapAlarm';
import { AlarmStrip } from './AlarmStrip';
import { alarmsOf } from './alarms.rules';
import { list, useDesk } from './desk-state';
import { EndedRows } from './EndedRows';
import { OpenRows } from './OpenRows';
import { PendingCalls } from './PendingCalls';
import { QueueFoot } from './QueueFoot';
import './queue.css';

/** The longest words the server looks for. */
const LONGEST_WORDS = 100;

/** 在办 | 已结 */
function ListSwitch() {
  const { t } = useTranslation('desk');
  const listed = useDesk((desk) => desk.listed);
  const count = useRows().size;
  useKeys({ x: () => list(listed === 'open' ? 'ended' : 'open') });
  return (
    <>
      <fieldset className="list-switch" aria-label={t('queueOf')}>
        <button type="button" aria-pressed={listed === 'open'} data-testid="list-open" onClick={() => list('open')}>
          {t('openIncidents')} {t('openCount', { count })}
        </button>
        <button type="button" aria-pressed={listed === 'ended'} data-testid="list-ended" onClick={() => list('ended')}>
          {t('endedIncidents')}
        </button>
      </fieldset>
      <kbd>X</kbd>
    </>
  );
}

/** The open incidents, or those that are over; alarms and kept calls stay above either. */
export function Queue() {
  const { t } = useTranslation('desk');
  const rows = useRows();
  const now = useNow();
  const open = useDesk((desk) => desk.listed === 'open');
  const [words, setWords] = useState('');
  const alarms = useMemo(() => alarmsOf(rows.values(), now), [rows, now]);
  const filter = t(open ? 'filter' : 'findEnded');
  return (
    <section className="queue" aria-label={t(open ? 'queue' : 'endedQueue')}>
      <header>
        <ListSwitch />
        <input
          className="field filter"
          type="search"
          id="queue-filter"
          placeholder={filter}
          aria-label={filter}
          maxLength={LONGEST_WORDS}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <kbd>J</kbd>
        <kbd>K</kbd>
      </header>
      <AlarmStrip alarms={alarms} />
      <GapAlarm />
      <PendingCalls />
      {open ? <OpenRows words={words} /> : <EndedRows words={words} />}
      <QueueFoot />
    </section>
  );
}
