import type { BoardRow } from '@liandong/shared/board';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { Severity } from '../../ui/Severity';
import { formatDate, formatMinute } from '../../ui/time';
import { useDebounced } from '../../ui/use-debounced';
import { select, useDesk } from './desk-state';
import { endedAt, endedRows, LAST_TAKEN, mayReachFurther } from './ended.rules';
import { useQueueKeys } from './use-queue-keys';
import { placeWords, shortNumber } from './words';
import './queue-row.css';

const NONE: readonly BoardRow[] = [];

/** One incident that is over: how it ended, and when. */
function EndedRow({ row, selected }: { row: BoardRow; selected: boolean }) {
  const { t } = useTranslation('desk');
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const at = endedAt(row);
  return (
    <li ref={element} className={`queue-row ended${selected ? ' selected' : ''}`}>
      <button
        type="button"
        aria-current={selected}
        data-testid={`ended-row-${row.number}`}
        onClick={() => select(row.id)}
      >
        <Severity level={row.severity} size={25} />
        <span className="what">
          <span className="first">
            <b>{row.type?.name ?? t('typeUnknown')}</b>
            <span className="num faint">{shortNumber(row.number)}</span>
            <span className="tag">
              {row.mergedInto === null
                ? t(`status.${row.status}`)
                : t('mergedInto', { number: shortNumber(row.mergedInto.number) })}
            </span>
            {row.awaitsReceipt && <span className="tag warn">! {t('awaitsReceipt')}</span>}
            {row.drill && <span className="tag">{t('drill')}</span>}
          </span>
          <span className="place">{placeWords(row, t('placeUnknown'))}</span>
        </span>
        <span className="due">
          <span className="time num">{formatMinute(at)}</span>
          <span className="owed num">{formatDate(at).slice('2026-'.length)}</span>
        </span>
      </button>
    </li>
  );
}

/** The incidents of the last days that are over; `words` finds earlier ones by number, place or narrative. */
export function EndedRows({ words }: { words: string }) {
  const { t } = useTranslation(['desk', 'app']);
  const q = useDebounced(words.trim(), 250);
  const query = { limit: LAST_TAKEN, ...(q === '' ? {} : { q }) };
  const { data, error } = useAnswer('listIncidents', { query });
  const asked = data?.items ?? NONE;
  const rows = useMemo(() => endedRows(asked), [asked]);
  const selectedId = useDesk((desk) => desk.selectedId);
  useQueueKeys(rows.map((row) => row.id));
  const nothing = t(q === '' ? 'desk:endedEmpty' : 'desk:endedNone');
  return (
    <ul className="rows" data-testid="ended-queue">
      {rows.map((row) => (
        <EndedRow key={row.id} row={row} selected={row.id === selectedId} />
      ))}
      {error !== null && <li className="empty">{problemText(error, t('app:offline'))}</li>}
      {error === null && rows.length === 0 && (
        <li className="empty" data-testid="ended-empty">
          {data === undefined ? t('desk:loadingDetail') : nothing}
        </li>
      )}
      {mayReachFurther(asked) && <li className="further">{t('desk:endedFurther', { count: LAST_TAKEN })}</li>}
    </ul>
  );
}
