import { SPECIALTY_WORDS } from '@liandong/shared/specialty';
import { TEAM_CLASSES } from '@liandong/shared/team';
import { Input, InputNumber, Segmented, Select } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { Field } from '../settings/Field';
import type { TeamDraft } from './team-draft.rules';
import { useSpecialty } from './words';

const BaseMap = lazy(() => import('./BaseMap'));

interface Props {
  draft: TeamDraft;
  change: (part: Partial<TeamDraft>) => void;
}
type TextField = 'name' | 'shortName' | 'leadDepartment' | 'alarmPhone' | 'baseAddress' | 'code';

function Text({ draft, change, name, most }: Props & { name: TextField; most: number }) {
  const { t } = useTranslation('register');
  return (
    <Field label={t(`field.${name}`)}>
      {(id) => (
        <Input
          id={id}
          value={draft[name]}
          maxLength={most}
          onChange={(event) => change({ [name]: event.target.value })}
          data-testid={`team-field-${name}`}
        />
      )}
    </Field>
  );
}

function Kind({ draft, change }: Props) {
  const { t } = useTranslation(['register', 'signs']);
  const specialty = useSpecialty();
  return (
    <>
      <div className="setting-field">
        <span className="quiet">{t('register:field.teamClass')}</span>
        <Segmented
          aria-label={t('register:field.teamClass')}
          value={draft.teamClass}
          onChange={(teamClass) => change({ teamClass })}
          options={TEAM_CLASSES.map((value) => ({ value, label: t(`signs:teamClass.${value}`) }))}
        />
      </div>
      <Field label={t('register:field.specialties')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            optionFilterProp="label"
            value={draft.specialties}
            onChange={(specialties) => change({ specialties })}
            options={Object.keys(SPECIALTY_WORDS).map((value) => ({ value, label: specialty(value) }))}
            data-testid="team-field-specialties"
          />
        )}
      </Field>
    </>
  );
}

/** A base's kind follows from its township: the sub-districts are the urban area. */
function Township({ draft, change }: Props) {
  const { t } = useTranslation('register');
  const { data } = useAnswer('listTownships', undefined, REGISTER);
  const townships = data?.items ?? [];
  const choose = (code: string): void => {
    const urban = townships.find((one) => one.code === code)?.urban ?? false;
    change({ townshipCode: code, base: urban ? 'urban' : 'township' });
  };
  return (
    <Field label={t('field.townshipCode')}>
      {(id) => (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.townshipCode || undefined}
          onChange={choose}
          options={townships.map(({ code, name, urban }) => ({
            value: code,
            label: `${name} · ${t(`base.${urban ? 'urban' : 'township'}`)}`,
          }))}
          data-testid="team-field-township"
        />
      )}
    </Field>
  );
}

function Position({ draft, change }: Props) {
  const { t } = useTranslation('register');
  const { data } = useAnswer('listTownships', undefined, REGISTER);
  const at = draft.lon === null || draft.lat === null ? null : { lon: draft.lon, lat: draft.lat };
  return (
    <>
      <div className="setting-row">
        <Field label={t('field.position')}>
          {(id) => (
            <span className="setting-row">
              <InputNumber
                style={{ width: 130 }}
                id={id}
                min={-180}
                max={180}
                step={0.001}
                value={draft.lon}
                onChange={(lon) => change({ lon })}
                data-testid="team-field-lon"
              />
              <InputNumber
                style={{ width: 130 }}
                aria-label={t('field.position')}
                min={-90}
                max={90}
                step={0.001}
                value={draft.lat}
                onChange={(lat) => change({ lat })}
                data-testid="team-field-lat"
              />
            </span>
          )}
        </Field>
        <Field label={t('field.datum')}>
          {(id) => (
            <Select
              id={id}
              style={{ width: 210 }}
              value={draft.datum}
              onChange={(datum) => change({ datum })}
              options={(['wgs84', 'gcj02', 'bd09'] as const).map((value) => ({ value, label: t(`datum.${value}`) }))}
            />
          )}
        </Field>
      </div>
      <p className="quiet">{t('pick')}</p>
      <Suspense fallback={<div className="base-map" />}>
        <BaseMap
          townships={data?.items ?? []}
          at={draft.datum === 'wgs84' ? at : null}
          onPick={(point) => change({ ...point, datum: 'wgs84' })}
        />
      </Suspense>
    </>
  );
}

/** Everything that is kept of a team itself. */
export function TeamFields({ isNew, ...props }: Props & { isNew: boolean }) {
  const { t } = useTranslation('register');
  const { draft, change } = props;
  return (
    <>
      {isNew && <Text {...props} name="code" most={4} />}
      <Text {...props} name="name" most={60} />
      <Text {...props} name="shortName" most={20} />
      <Kind {...props} />
      <Text {...props} name="leadDepartment" most={60} />
      <Text {...props} name="alarmPhone" most={20} />
      <Township {...props} />
      <Text {...props} name="baseAddress" most={200} />
      <Position {...props} />
      <Field label={t('field.duties')}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={2000}
            value={draft.duties}
            onChange={(event) => change({ duties: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('why')}>
        {(id) => (
          <Input
            id={id}
            value={draft.reason}
            maxLength={500}
            onChange={(event) => change({ reason: event.target.value })}
            data-testid="register-reason"
          />
        )}
      </Field>
    </>
  );
}
