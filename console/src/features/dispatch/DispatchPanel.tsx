import type { Recommendation } from '@liandong/shared/order';
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
import { initialTicks, offered, refusedTeams } from './dispatch.rules';
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
  return { ticks, toggle, clientId };
}

/** Who is sent: ranked with reasons, the plan's teams ticked; one key sends. */
export function DispatchPanel({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation('intake');
  const row = useRow(incidentId);
  const wanted = useDesk((desk) => desk.tick);
  const replaces = useDesk((desk) => desk.replaces);
  const { data, error } = useAnswer('recommendTeams', { params: { id: incidentId } }, { staleTime: 0 });
  const teams = useMemo(() => offered(data?.items ?? []), [data]);
  const { ticks, toggle, clientId } = useTicks(teams, wanted, replaces);
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
      await issue(incidentId, codes, { task, replaces: replaces?.id, clientId: clientId.current });
      closePanel();
    } catch (failure) {
      setProblem(failure);
      if (failure instanceof ApiProblem) setRefused(refusedTeams(failure.problem, codes));
      clientId.current = uuid();
    } finally {
      setBusy(false);
    }
  };
  const byNumber = Object.fromEntries(shown.slice(0, 9).map((team, i) => [String(i + 1), () => toggle(team.teamCode)]));
  useKeys(
    { ...byNumber, Escape: closePanel, F4: () => panel.current?.focus(), 'ctrl+Enter': () => void send() },
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
      <footer>
        <input
          className="field"
          placeholder={t('task')}
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
