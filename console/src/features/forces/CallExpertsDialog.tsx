import type { ExpertProposal, ExpertView } from '@liandong/shared/expert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { queryClient, useAnswer } from '../../api/query';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { shortNumber } from '../desk/words';
import { expertFits } from './forces.rules';
import './forces.css';

interface FormProps {
  title: string;
  incidentId: string | null;
  proposals: readonly ExpertProposal[];
  place: string;
  task: string;
  onClose: () => void;
}

/** One line of the choice: tick, name, why him. */
function Choice({ one, ticked, onTick }: { one: ExpertProposal; ticked: boolean; onTick: (on: boolean) => void }) {
  const { t } = useTranslation('forces');
  const { expert, reasons, asked } = one;
  const why = reasons.length > 0 ? reasons.join(' · ') : `${t(`categories.${expert.category}`)} · ${expert.specialty}`;
  return (
    <label className={ticked ? 'ticked' : undefined} data-testid={`choose-${expert.name}`}>
      <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
      <b>{expert.name}</b>
      <span className="quiet">
        {[expert.unit, expert.title].filter(Boolean).join(' ')} {why}
        {asked && <span className="forces-near"> {t('call.asked')}</span>}
      </span>
      <span className="num">{expert.phone}</span>
    </label>
  );
}

function Form({ title, incidentId, proposals, onClose, ...start }: FormProps) {
  const { t } = useTranslation('forces');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(proposals.filter((one) => one.ticked).map(({ expert }) => expert.id)),
  );
  const [words, setWords] = useState('');
  const [place, setPlace] = useState(start.place);
  const [task, setTask] = useState(start.task);
  const [drill, setDrill] = useState(false);
  const { busy, problem, clientId, run } = useWrite(incidentId);
  const shown = proposals.filter(({ expert }) => chosen.has(expert.id) || expertFits(expert, words));
  const tick = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const submit = async (): Promise<void> => {
    const expertIds = proposals.map(({ expert }) => expert.id).filter((id) => chosen.has(id));
    const body = { incidentId, expertIds, place: place.trim(), task: task.trim(), drill, clientId: clientId.current };
    if (!(await run('callExperts', { body }, t('call.done', { count: expertIds.length })))) return;
    void queryClient.invalidateQueries({ queryKey: ['listExpertCalls'] });
    onClose();
  };
  return (
    <ActForm
      title={title}
      submit={t('call.submit', { count: chosen.size })}
      ready={chosen.size > 0 && place.trim().length >= 2 && task.trim().length >= 2}
      busy={busy}
      problem={problem}
      width={720}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="row">
        <label>
          {t('call.place')}
          <input
            className="field"
            value={place}
            maxLength={40}
            onChange={(e) => setPlace(e.target.value)}
            data-testid="call-place"
          />
        </label>
        <label>
          {t('call.task')}
          <input
            className="field"
            data-first-focus
            value={task}
            maxLength={60}
            onChange={(e) => setTask(e.target.value)}
            data-testid="call-task"
          />
        </label>
      </div>
      <input
        className="field"
        type="search"
        placeholder={t('call.filter')}
        aria-label={t('call.filter')}
        value={words}
        onChange={(e) => setWords(e.target.value)}
      />
      <fieldset className="expert-choice" aria-label={t('call.who')}>
        {shown.map((one) => (
          <Choice
            key={one.expert.id}
            one={one}
            ticked={chosen.has(one.expert.id)}
            onTick={(on) => tick(one.expert.id, on)}
          />
        ))}
      </fieldset>
      {incidentId === null && (
        <label className="check">
          <input type="checkbox" checked={drill} onChange={(e) => setDrill(e.target.checked)} />
          {t('call.drill')}
        </label>
      )}
      <p className="hint">{t('call.hint')}</p>
    </ActForm>
  );
}

/** 请专家 for an incident: proposed by its type, with the words ready. */
export function CallForIncident({
  incident,
  onClose,
}: {
  incident: { id: string; number: string };
  onClose: () => void;
}) {
  const { t } = useTranslation(['forces', 'app']);
  const title = t('forces:call.heading', { number: shortNumber(incident.number) });
  const { data, error } = useAnswer('proposeExperts', { params: { id: incident.id } }, { staleTime: 0 });
  if (data !== undefined)
    return (
      <Form
        title={title}
        incidentId={incident.id}
        proposals={data.items}
        place={data.place}
        task={data.task}
        onClose={onClose}
      />
    );
  const problem = error && problemText(error, t('app:offline'));
  return (
    <ActForm
      title={title}
      submit={t('forces:call.key')}
      ready={false}
      busy={false}
      problem={problem}
      onSubmit={() => {}}
      onClose={onClose}
    >
      {problem === null && <p className="quiet">{t('forces:call.loading')}</p>}
    </ActForm>
  );
}

/** 请专家 without an incident: those ticked in the list. */
export function CallAlone({
  experts,
  chosen,
  onClose,
}: {
  experts: readonly ExpertView[];
  chosen: readonly string[];
  onClose: () => void;
}) {
  const { t } = useTranslation('forces');
  const proposals = experts
    .map((expert) => ({ expert, ticked: chosen.includes(expert.id), reasons: [], asked: false }))
    .sort((a, b) => Number(b.ticked) - Number(a.ticked));
  return (
    <Form title={t('call.headingAlone')} incidentId={null} proposals={proposals} place="" task="" onClose={onClose} />
  );
}
