import { type IncidentView, SEVERITIES } from '@liandong/shared/incident';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../../api/query';
import { Severity } from '../../../ui/Severity';
import { PlaceSearch } from '../../intake/PlaceSearch';
import { useWrite } from '../use-write';
import { ActForm } from './ActForm';
import { type ChangeForm, changeBody, changeReady, formOf, needsReason } from './change.rules';
import '../../intake/intake.css';
import '../../intake/place.css';

interface FieldsProps {
  form: ChangeForm;
  change: (part: Partial<ChangeForm>) => void;
}

function PlaceFields({ form, change }: FieldsProps) {
  const { t } = useTranslation('acts');
  const { data: townships } = useAnswer('listTownships', undefined, REGISTER);
  return (
    <fieldset>
      <legend>{t('change.place')}</legend>
      <PlaceSearch
        onTake={({ name, kind, townshipCode, location }) =>
          change({ placeText: name, townshipCode, location: kind === 'township' ? null : location })
        }
      />
      <div className="row" style={{ marginTop: 6 }}>
        <label>
          {t('change.placeText')}
          <input
            className="field"
            value={form.placeText}
            maxLength={200}
            data-testid="change-place"
            onChange={(event) => change({ placeText: event.target.value })}
          />
        </label>
        <label>
          {t('change.township')}
          <select
            className="field"
            value={form.townshipCode}
            data-testid="change-township"
            onChange={(event) => change({ townshipCode: event.target.value, location: null })}
          >
            <option value="">{t('change.townshipUnknown')}</option>
            {(townships?.items ?? []).map((township) => (
              <option key={township.code} value={township.code}>
                {township.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="hint num">
        {form.location === null
          ? t('change.noPoint')
          : `${form.location.lon.toFixed(4)}, ${form.location.lat.toFixed(4)}`}
      </p>
    </fieldset>
  );
}

function KindFields({ form, change }: FieldsProps) {
  const { t } = useTranslation(['acts', 'signs']);
  const { data: types } = useAnswer('listIncidentTypes', undefined, REGISTER);
  return (
    <fieldset>
      <legend>{t('acts:change.kind')}</legend>
      <select
        className="field"
        value={form.typeCode}
        aria-label={t('acts:change.kind')}
        data-testid="change-type"
        onChange={(event) => change({ typeCode: event.target.value })}
      >
        <option value="">{t('acts:change.typeUnknown')}</option>
        {(types?.items ?? []).map((type) => (
          <option key={type.code} value={type.code}>
            {type.name}
          </option>
        ))}
      </select>
      <div className="severities" role="radiogroup" aria-label={t('acts:change.severity')}>
        {SEVERITIES.map((level) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio that looks like the severity square
          <button
            key={level}
            type="button"
            role="radio"
            aria-checked={form.severity === level}
            className={form.severity === level ? 'on' : undefined}
            data-testid={`change-severity-${level}`}
            onClick={() => change({ severity: level })}
          >
            <Severity level={level} size={22} /> {t(`signs:level.${level}`)}
          </button>
        ))}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={form.major}
          data-testid="change-major"
          onChange={(event) => change({ major: event.target.checked })}
        />
        {t('acts:change.major')}
      </label>
    </fieldset>
  );
}

/** 更改信息: where it is, what it is, how grave. What is not touched stays. */
export function ChangeDialog({ incident, onClose }: { incident: IncidentView; onClose: () => void }) {
  const { t } = useTranslation('acts');
  const [form, setForm] = useState<ChangeForm>(() => formOf(incident));
  const { busy, problem, run } = useWrite(incident.id);
  const change = (part: Partial<ChangeForm>): void => setForm((was) => ({ ...was, ...part }));
  const submit = async (): Promise<void> => {
    const body = changeBody(incident, form);
    if (body !== null && (await run('changeIncident', { params: { id: incident.id }, body }, t('change.done')))) {
      onClose();
    }
  };
  return (
    <ActForm
      title={t('title.change')}
      submit={t('save')}
      ready={changeReady(incident, form)}
      busy={busy}
      problem={problem}
      width={520}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <PlaceFields form={form} change={change} />
      <KindFields form={form} change={change} />
      <label>
        {t(needsReason(incident, form) ? 'change.reasonNeeded' : 'change.reason')}
        <input
          className="field"
          value={form.reason}
          maxLength={500}
          data-testid="change-reason"
          onChange={(event) => change({ reason: event.target.value })}
        />
      </label>
    </ActForm>
  );
}
