import type { BoardRow } from '@liandong/shared/board';
import type { DuplicateView, IncidentView } from '@liandong/shared/incident';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem-text';
import { useAnswer } from '../../../api/query';
import { formatMinute } from '../../../ui/time';
import { useDebounced } from '../../../ui/use-debounced';
import { select } from '../desk-state';
import { useWrite } from '../use-write';
import { shortNumber } from '../words';
import { ActForm } from './ActForm';

type Target = Pick<BoardRow, 'number' | 'narrative' | 'placeText' | 'receivedAt'> & {
  id: string;
  reasons: string[];
  dispatched: boolean;
};

const ofDuplicate = ({ incidentId, ...duplicate }: DuplicateView): Target => ({ ...duplicate, id: incidentId });

/** Likely ones by the server's reasons; with words typed, whatever open incident they find. */
function useTargets(incident: IncidentView, words: string) {
  const rested = useDebounced(words.trim(), 200);
  const likely = useAnswer('findDuplicates', { params: { id: incident.id } }, { staleTime: 0 });
  const query = { status: 'open' as const, q: rested, limit: 8 };
  const found = useAnswer('listIncidents', { query }, { enabled: rested !== '' });
  const duplicates = (likely.data?.items ?? []).filter((each) => each.status === 'open').map(ofDuplicate);
  const listed = (found.data?.items ?? [])
    .filter((row) => row.id !== incident.id)
    .map((row): Target => {
      const reasons = duplicates.find((each) => each.id === row.id)?.reasons ?? [];
      return { ...row, reasons, dispatched: row.orders.length > 0 };
    });
  const answer = rested === '' ? likely : found;
  return { targets: rested === '' ? duplicates : listed, pending: answer.isPending, error: answer.error };
}

interface Props {
  incident: IncidentView;
  /** Teams were called to this one: then it stays, and the other one goes into it. */
  dispatched: boolean;
  onClose: () => void;
}

/** 并案: two incidents become one. The calls keep their numbers, and it can be undone. */
export function MergeDialog({ incident, dispatched, onClose }: Props) {
  const { t } = useTranslation(['acts', 'app']);
  const [words, setWords] = useState('');
  const [other, setOther] = useState<Target | null>(null);
  const [reason, setReason] = useState(t('acts:merge.same'));
  const { targets: all, pending, error } = useTargets(incident, words);
  // Whoever goes into another has no orders of its own.
  const targets = all.filter((target) => !dispatched || !target.dispatched);
  const { busy, problem, run } = useWrite(incident.id);
  const submit = async (): Promise<void> => {
    if (other === null) return;
    const [from, into] = dispatched ? [other, incident] : [incident, other];
    const body = { intoId: into.id, reason: reason.trim() };
    const said = t('acts:merge.done', { from: shortNumber(from.number), into: shortNumber(into.number) });
    if (!(await run('mergeIncident', { params: { id: from.id }, body }, said))) return;
    onClose();
    select(into.id);
  };
  return (
    <ActForm
      title={t(dispatched ? 'acts:merge.headingHere' : 'acts:merge.heading', { number: shortNumber(incident.number) })}
      submit={
        other === null
          ? t('acts:merge.submit')
          : t('acts:merge.into', { number: shortNumber((dispatched ? incident : other).number) })
      }
      ready={other !== null && reason.trim().length >= 2}
      busy={busy}
      problem={problem ?? (error === null ? null : problemText(error, t('app:offline')))}
      width={540}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <input
        className="field"
        type="search"
        data-first-focus
        placeholder={t('acts:merge.search')}
        aria-label={t('acts:merge.search')}
        value={words}
        data-testid="merge-search"
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="pick-list" data-testid="merge-targets">
        {targets.map((target) => (
          <button
            key={target.id}
            type="button"
            aria-pressed={other?.id === target.id}
            data-testid={`merge-${target.number}`}
            onClick={() => setOther(target)}
          >
            <b className="num">{shortNumber(target.number)}</b> {formatMinute(target.receivedAt)} {target.placeText}{' '}
            <span className="quiet">{target.narrative}</span>
            {target.reasons.length > 0 && <span className="because">{target.reasons.join(' · ')}</span>}
          </button>
        ))}
        {targets.length === 0 && (
          <p className="empty">
            {t(pending ? 'acts:merge.looking' : words === '' ? 'acts:merge.none' : 'acts:merge.nothing')}
          </p>
        )}
      </div>
      <label>
        {t('acts:reason')}
        <input
          className="field"
          value={reason}
          maxLength={500}
          data-testid="merge-reason"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </ActForm>
  );
}
