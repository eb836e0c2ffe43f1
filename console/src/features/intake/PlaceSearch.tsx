import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { useDebounced } from '../../ui/use-debounced';
import type { Proposal } from './compose.rules';

export type Hit = Proposal['places'][number];

function useHits(words: string): readonly Hit[] {
  const rested = useDebounced(words.trim(), 150);
  const { data } = useQuery({
    queryKey: ['searchPlaces', { query: { q: rested } }],
    queryFn: () => call('searchPlaces', { query: { q: rested, limit: 6 } }),
    enabled: rested !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return words.trim() === '' ? [] : (data?.items ?? []);
}

/** The gazetteer: type, choose with the arrows, take with Enter. */
export function PlaceSearch({ onTake }: { onTake: (hit: Hit) => void }) {
  const { t } = useTranslation('intake');
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const hits = useHits(words);
  const take = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    onTake(hit);
    setWords('');
    setAt(0);
  };
  const moves: Record<string, () => void> = {
    ArrowDown: () => setAt(Math.min(hits.length - 1, at + 1)),
    ArrowUp: () => setAt(Math.max(0, at - 1)),
    Enter: () => take(hits[at]),
  };
  const onKey = (event: KeyboardEvent): void => {
    const move = event.ctrlKey || event.nativeEvent.isComposing ? undefined : moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  return (
    <div className="place-search">
      <input
        className="field"
        placeholder={t('placeSearch')}
        aria-label={t('placeSearch')}
        value={words}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="place-hits"
        data-testid="intake-place"
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKey}
      />
      {hits.length > 0 && (
        <ul className="hits" id="place-hits">
          {hits.map((hit, index) => (
            <li key={hit.code}>
              <button type="button" className={index === at ? 'on' : undefined} onClick={() => take(hit)}>
                {hit.name} <span className="quiet">{hit.townshipName}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
