import { type IncidentTypeView, SEVERITIES } from '@liandong/shared/incident';
import { useTranslation } from 'react-i18next';
import { Severity } from '../../ui/Severity';
import type { Composed, ProposedType } from './compose.rules';
import { change } from './draft';

interface Props {
  composed: Composed;
  proposed: readonly ProposedType[];
  types: readonly IncidentTypeView[];
}

/** Type and severity: proposed from the narrative, taken by key, or chosen from the list. */
export function TypeChoice({ composed, proposed, types }: Props) {
  const { t } = useTranslation(['intake', 'signs']);
  const current = composed.type?.code;
  return (
    <fieldset className="choice">
      <legend>
        {t('intake:type')}
        {!composed.typeChosen && composed.type !== null && <span className="proposed">{t('intake:proposed')}</span>}
      </legend>
      <div className="options">
        {proposed.map((type, index) => (
          <button
            key={type.code}
            type="button"
            className={`option${type.code === current ? ' on' : ''}${composed.typeChosen ? '' : ' unsure'}`}
            aria-pressed={type.code === current}
            title={type.because.join(' · ')}
            data-testid={`intake-type-${type.code}`}
            onClick={() => change({ typeCode: type.code, severity: type.severity })}
          >
            {type.name} <kbd>Alt {index + 1}</kbd>
          </button>
        ))}
        <select
          className="field"
          aria-label={t('intake:allTypes')}
          value={composed.typeChosen ? (current ?? '') : ''}
          data-testid="intake-type"
          onChange={(event) => change({ typeCode: event.target.value || undefined, severity: undefined })}
        >
          <option value="">{t('intake:allTypes')}</option>
          {types.map((type) => (
            <option key={type.code} value={type.code}>
              {type.name}
            </option>
          ))}
        </select>
      </div>
      <div className="severities" role="radiogroup" aria-label={t('intake:severity')}>
        {SEVERITIES.map((level) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio that looks like the severity square
          <button
            key={level}
            type="button"
            role="radio"
            aria-checked={composed.severity === level}
            className={composed.severity === level ? 'on' : undefined}
            data-testid={`intake-severity-${level}`}
            onClick={() => change({ severity: level })}
          >
            <Severity level={level} size={22} /> {t(`signs:level.${level}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
