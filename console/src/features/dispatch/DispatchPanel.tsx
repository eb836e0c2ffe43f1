import type { Recommendation, Recommendations } from '@liandong/shared/order';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useRow } from '../../live/store';
import { useKeys } from '../../ui/keys';
import { notify } from '../../ui/notice';
import { Severity } from '../../ui/Severity';
import { uuid } from '../../ui/uuid';
import { issue } from '../desk/actions';
import { closePanel, type Replaced, useDesk } from '../desk/desk-state';
import { placeWords, shortNumber } from '../desk/words';
import { addedBy, differs, initialTicks, offered, proposedAt, refusedTeams } from './dispatch.rules';
import { levelWord } from './level-word';
import { PlanLine } from './PlanLine';
import { TeamOption } from './TeamOption';
import '../intake/panel.css';
import './dispatch.css';

const matches = (team: Recommendation, words: string): boolean =>
  `${team.teamCode} ${team.teamName} ${team.teamShortName}`.toLowerCase().includes(words.trim().toLowerCase());

/** Not twice to the same incident, and not the team that just said it cannot come. */
const mayTick = (team: Recommendation, replaces: Replaced | null): boolean =>
  !team.alreadyOrdered && team.teamCode !== replaces?.teamCode;

/** The ticks: the plan's until somebody touches them. A new wish gets a new id, a repeated one keeps it. */
function useTicks(teams: readonly Recommendation[], wanted: readonly string[] | null, replaces: Replaced | null) {
  const [touched, setTouched] = useState<ReadonlySet<string> | null>(null);
  const clientId = useRef(uuid());
  const ticks = touched ?? initialTicks(teams, wanted, replaces?.teamCode ?? null);
  const toggle = (code: string): void => {
    if (teams.some((team) => team.teamCode === code && !mayTick(team, replaces))) return;
    const next = new Set(ticks);
    if (!next.delete(code)) next.add(code);
    clientId.current = uuid();
    setTouched(next);
  };
  const add = (codes: readonly string[]): void => {
    clientId.current = uuid();
    setTouched(new Set([...ticks, ...codes]));
  };
  return { ticks, toggle, add, clientId };
}

/** How far these orders raise the plan. One that is not the plan's own wish (a next team, a replacement) proposes nothing. */
function useLevel(plan: Recommendations['plan'], teams: readonly Recommendation[], byPlan: boolean) {
  const [raised, setRaised] = useState<number | null>(null);
  const inForce = plan?.level ?? 0;
  // The plan may have fewer levels by now than were raised.
  const level = Math.min(raised ?? Math.max(inForce, 1), Math.max(plan?.levels.length ?? 1, 1));
  const first = byPlan ? initialTicks(teams, null) : new Set<string>();
  const proposed = byPlan || raised !== null ? proposedAt(teams, first, inForce, level) : undefined;
  const next = level < (plan?.levels.length ?? 0) ? level + 1 : null;
  return { level, next, raise: setRaised, proposed };
}

/** Who is sent: ranked with reasons, the plan's teams ticked; one key sends. */
export function DispatchPanel({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation('intake');
  const row = useRow(incidentId);
  const wanted = useDesk((desk) => desk.tick);
  const replaces = useDesk((desk) => desk.replaces);
  const { data, error } = useAnswer('recommendTeams', { params: { id: incidentId } }, { staleTime: 0 });
  const teams = useMemo(() => offered(data?.items ?? []), [data]);
  const plan = data?.plan ?? null;
  const { ticks, toggle, add, clientId } = useTicks(teams, wanted, replaces);
  const { level, next, raise, proposed } = useLevel(plan, teams, wanted === null && replaces === null);
  const [overrideReason, setOverrideReason] = useState('');
  const [words, setWords] = useState('');
  const [task, setTask] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);

  const shown = teams.filter((team) => matches(team, words));
  const send = async (): Promise<void> => {
    const codes = [...ticks];
    if (codes.length === 0) notify(t('tickFirst'), true);
    if (busy || codes.length === 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await issue(incidentId, codes, {
        task,
        replaces: replaces?.id,
        level: plan === null ? undefined : level,
        proposed,
        overrideReason: overrideReason.trim() || undefined,
        clientId: clientId.current,
      });
      closePanel();
    } catch (failure) {
      setProblem(failure);
      if (failure instanceof ApiProblem) setRefused(refusedTeams(failure.problem, codes));
      clientId.current = uuid();
    } finally {
      setBusy(false);
    }
  };
  const raiseNext = (): void => {
    if (next === null) return;
    const codes = addedBy(teams, next);
    raise(next);
    add(codes);
    notify(t('raised', { level: levelWord(next), count: codes.length }));
  };
  const byNumber = Object.fromEntries(shown.slice(0, 9).map((team, i) => [String(i + 1), () => toggle(team.teamCode)]));
  useKeys(
    {
      ...byNumber,
      Escape: closePanel,
      F7: raiseNext,
      F4: () => panel.current?.focus(),
      'ctrl+Enter': () => void send(),
    },
    { exclusive: true },
  );

  return (
    <section
      className="panel dispatch"
      aria-label={t('dispatchHeading')}
      data-testid="dispatch-panel"
      ref={panel}
      tabIndex={-1}
    >
      <header>
        {row !== undefined && <Severity level={row.severity} size={22} />}
        <b>{t('dispatchHeading')}</b>
        <span className="quiet">
          {row !== undefined &&
            `${shortNumber(row.number)} ${row.type?.name ?? ''} · ${placeWords(row, t('placeNone'))}`}
        </span>
        <span className="spacer" />
        <button type="button" className="btn ghost" onClick={closePanel}>
          <kbd>Esc</kbd>
        </button>
      </header>
      <div className="dispatch-tools">
        <input
          className="field"
          type="search"
          placeholder={t('teamFilter')}
          aria-label={t('teamFilter')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          data-testid="dispatch-filter"
        />
      </div>
      {replaces !== null && (
        <p className="replacing" data-testid="dispatch-replaces">
          {t('replacing', { code: replaces.code, team: replaces.teamShortName })}
        </p>
      )}
      {data !== undefined && (
        <PlanLine plan={plan} level={level} teams={teams} ticks={ticks} next={next} onRaise={raiseNext} />
      )}
      {(problem ?? error) !== null && (
        <p className="refusal" role="alert" data-testid="dispatch-problem">
          ! {problemText(problem ?? error, t('offlineKept'))}
        </p>
      )}
      <ul className="team-options">
        {shown.map((team, index) => (
          <TeamOption
            key={team.teamCode}
            team={team}
            place={index + 1}
            ticked={ticks.has(team.teamCode)}
            replaced={team.teamCode === replaces?.teamCode}
            refused={refused.has(team.teamCode)}
            onToggle={toggle}
          />
        ))}
        {data === undefined && error === null && <li className="empty">{t('recommending')}</li>}
        {data !== undefined && shown.length === 0 && <li className="empty">{t('noTeamFits')}</li>}
      </ul>
      {differs(proposed ?? [], ticks) && (
        <div className="dispatch-tools">
          <input
            className="field"
            placeholder={t('overrideReason')}
            aria-label={t('overrideReason')}
            maxLength={200}
            value={overrideReason}
            onChange={(event) => setOverrideReason(event.target.value)}
            data-testid="dispatch-override"
          />
        </div>
      )}
      <footer>
        <input
          className="field"
          placeholder={plan?.taskText || t('task')}
          aria-label={t('task')}
          maxLength={200}
          value={task}
          onChange={(event) => setTask(event.target.value)}
          data-testid="dispatch-task"
        />
        <button
          type="button"
          className="btn primary"
          disabled={busy || ticks.size === 0}
          onClick={() => void send()}
          data-testid="dispatch-send"
        >
          {t('send', { count: ticks.size })} <kbd>Ctrl Enter</kbd>
        </button>
      </footer>
    </section>
  );
}
