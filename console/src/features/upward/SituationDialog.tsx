import type { IncidentView } from '@liandong/shared/incident';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { FIGURES, type Figure, readFigures } from './upward.rules';

const NO_FIGURES: Record<Figure, string> = { dead: '', injured: '', missing: '', trapped: '', rescued: '' };

interface Props {
  incident: IncidentView;
  text: string;
  onClose: () => void;
}

/** 动态报告: how it stands at the scene now, with the figures that are known. */
export function SituationDialog({ incident, text: typed, onClose }: Props) {
  const { t } = useTranslation(['upward', 'acts']);
  const [text, setText] = useState(typed);
  const [figures, setFigures] = useState(NO_FIGURES);
  const { busy, problem, clientId, run } = useWrite(incident.id);
  const submit = async (): Promise<void> => {
    const body = { text: text.trim(), casualties: readFigures(figures), clientId: clientId.current };
    if (await run('addSituation', { params: { id: incident.id }, body }, t('upward:situation.done'))) onClose();
  };
  return (
    <ActForm
      title={t('upward:situation.heading')}
      submit={t('acts:save')}
      ready={text.trim().length >= 2}
      busy={busy}
      problem={problem}
      width={540}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <textarea
        className="field"
        rows={5}
        maxLength={1000}
        data-first-focus
        placeholder={t('upward:situation.hint')}
        aria-label={t('upward:situation.heading')}
        value={text}
        data-testid="situation-text"
        onChange={(event) => setText(event.target.value)}
      />
      <fieldset>
        <legend>{t('upward:situation.figures')}</legend>
        <div className="row figures">
          {FIGURES.map((figure) => (
            <label key={figure}>
              {t(`upward:figure.${figure}`)}
              <input
                className="field num"
                inputMode="numeric"
                pattern="[0-9]*"
                maxLength={6}
                value={figures[figure]}
                data-testid={`situation-${figure}`}
                onChange={(event) => setFigures({ ...figures, [figure]: event.target.value })}
              />
            </label>
          ))}
        </div>
      </fieldset>
    </ActForm>
  );
}
