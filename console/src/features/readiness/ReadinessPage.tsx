import type { ReadinessRow } from '@liandong/shared/readiness';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { colon } from '../../i18n/punctuation';
import { useKeys } from '../../ui/keys';
import { Notices } from '../../ui/notice';
import { OutageDialog } from './OutageDialog';
import { byClass, FILTERS, type Filter, READINESS_SIGNS, shownOf } from './readiness.rules';
import { TeamTile } from './TeamTile';
import './readiness.css';

/** A shift begins or an outage ends without an event. */
const REFRESH_MS = 30_000;
const NONE: readonly ReadinessRow[] = [];

/** The tile that has the focus, and moving it: by one, or by a row of the grid. */
const focusedTile = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement && document.activeElement.dataset.code !== undefined
    ? document.activeElement
    : null;

function moveFocus(page: HTMLElement | null, by: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'): void {
  const tiles = [...(page?.querySelectorAll<HTMLElement>('.team-tile') ?? [])];
  nextTile(tiles, focusedTile(), by)?.focus();
}

function nextTile(tiles: readonly HTMLElement[], now: HTMLElement | null, by: string): HTMLElement | undefined {
  if (now === null) return tiles[0];
  if (by === 'ArrowLeft' || by === 'ArrowRight') return tiles[tiles.indexOf(now) + (by === 'ArrowLeft' ? -1 : 1)];
  const box = now.getBoundingClientRect();
  const beyond = (tile: HTMLElement): boolean => {
    const { top, left } = tile.getBoundingClientRect();
    return Math.abs(left - box.left) < box.width / 2 && (by === 'ArrowUp' ? top < box.top : top > box.top);
  };
  return by === 'ArrowUp' ? tiles.findLast(beyond) : tiles.find(beyond);
}

function usePageKeys(
  page: { current: HTMLElement | null },
  choose: (filter: Filter) => void,
  open?: (code: string) => void,
) {
  const search = useRef<HTMLInputElement>(null);
  const arrows = (['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const).map(
    (key) => [key, () => moveFocus(page.current, key)] as const,
  );
  const numbers = FILTERS.map((filter, index) => [String(index + 1), () => choose(filter)] as const);
  useKeys({
    ...Object.fromEntries([...arrows, ...numbers]),
    '/': () => search.current?.focus(),
    s: () => {
      const code = focusedTile()?.dataset.code;
      if (code !== undefined) open?.(code);
    },
  });
  return search;
}

/** 战备: all teams as they stand now, computed from the orders whenever it is read. */
export default function ReadinessPage() {
  const { t } = useTranslation(['readiness', 'signs', 'app']);
  const { data, error } = useAnswer('readiness', undefined, { refetchInterval: REFRESH_MS });
  const maySetAside = useSession().may('team.setAside');
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const page = useRef<HTMLElement>(null);
  const search = usePageKeys(page, setFilter, maySetAside ? setOpened : undefined);
  const rows = data?.items ?? NONE;
  const shown = shownOf(rows, filter, words);
  const asked = rows.find((row) => row.teamCode === opened);
  const count = (one: Filter): number => (one === 'all' ? rows.length : rows.filter((row) => row.state === one).length);
  return (
    <main className="page readiness" data-testid="readiness-page" ref={page}>
      <header>
        <h1>{t('readiness:heading')}</h1>
        <fieldset className="readiness-filters" aria-label={t('readiness:heading')}>
          {FILTERS.map((one, index) => (
            <button
              key={one}
              type="button"
              className={`btn ghost filter ${one}`}
              aria-pressed={filter === one}
              onClick={() => setFilter(one)}
              data-testid={`readiness-filter-${one}`}
            >
              <kbd>{index + 1}</kbd>{' '}
              {one === 'all' ? t('readiness:all') : `${READINESS_SIGNS[one]} ${t(`readiness:state.${one}`)}`}{' '}
              <b className="num">{count(one)}</b>
            </button>
          ))}
        </fieldset>
        <span className="spacer" />
        <span className="quiet">{maySetAside && t('readiness:keys')}</span>
        <input
          ref={search}
          className="field"
          type="search"
          placeholder={t('readiness:search')}
          aria-label={t('readiness:search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          data-testid="readiness-search"
        />
      </header>
      {error !== null && (
        <p className="refusal" role="alert">
          ! {t('readiness:failed')}
          {colon()}
          {problemText(error, t('app:offline'))}
        </p>
      )}
      {data === undefined && error === null && (
        <p className="quiet readiness-empty" role="status">
          {t('app:loading')}
        </p>
      )}
      {data !== undefined && shown.length === 0 && <p className="quiet readiness-empty">{t('readiness:empty')}</p>}
      {byClass(shown).map(({ teamClass, rows: teams }) => (
        <section key={teamClass} aria-label={t(`signs:teamClass.${teamClass}`)}>
          <h2>
            {t(`signs:teamClass.${teamClass}`)} <span className="num faint">{teams.length}</span>
          </h2>
          <div className="team-tiles">
            {teams.map((row) => (
              <TeamTile key={row.teamCode} row={row} onOpen={maySetAside ? () => setOpened(row.teamCode) : undefined} />
            ))}
          </div>
        </section>
      ))}
      {asked !== undefined && <OutageDialog row={asked} onClose={() => setOpened(null)} />}
      <Notices />
    </main>
  );
}
