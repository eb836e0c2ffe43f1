import { TEAM_CLASSES } from '@liandong/shared/team';
import { Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { ALL_EXPERTS, type Draft, MOST_GROUPS, readPhones, toGroups } from './broadcast.rules';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

/** One kind of group of which several can be chosen. */
function Several<T extends string>(props: {
  label: string;
  value: readonly T[];
  options: readonly { value: T; label: string }[];
  testId: string;
  onChange: (value: T[]) => void;
}) {
  const id = useId();
  return (
    <div className="group-line">
      <label htmlFor={id}>{props.label}</label>
      <Select<T[]>
        id={id}
        mode="multiple"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={[...props.value]}
        onChange={props.onChange}
        options={[...props.options]}
        data-testid={props.testId}
      />
    </div>
  );
}

/** Numbers from elsewhere; what is no number is said at once. */
function Phones({ draft, onChange }: Props) {
  const { t } = useTranslation('messages');
  const id = useId();
  const { bad } = readPhones(draft.phones);
  return (
    <div className="group-line">
      <label htmlFor={id}>{t('group.phones')}</label>
      <div>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 1, maxRows: 5 }}
          placeholder={t('phonesHint')}
          value={draft.phones}
          status={bad.length > 0 ? 'error' : ''}
          onChange={(event) => onChange({ phones: event.target.value })}
          data-testid="broadcast-phones"
        />
        {bad.length > 0 && (
          <p className="warn" role="alert">
            ! {t('phonesBad', { phones: bad.slice(0, 5).join('，') })}
          </p>
        )}
      </div>
    </div>
  );
}

/** Whom a broadcast goes to: several groups are taken together, each number once. */
export function GroupChoice({ draft, onChange }: Props) {
  const { t } = useTranslation(['messages', 'signs']);
  const { data: teams } = useAnswer('listTeams', undefined, REGISTER);
  const { data: townships } = useAnswer('listTownships', undefined, REGISTER);
  const { data: experts } = useAnswer('listExperts', undefined, REGISTER);
  const categories = [...new Set(experts?.items.map((expert) => expert.category) ?? [])];
  return (
    <section>
      <h3>{t('messages:groups')}</h3>
      <div className="group-checks">
        <Checkbox checked={draft.commanders} onChange={(event) => onChange({ commanders: event.target.checked })}>
          {t('messages:group.commanders')}
        </Checkbox>
        <Checkbox checked={draft.onDuty} onChange={(event) => onChange({ onDuty: event.target.checked })}>
          {t('messages:group.on_duty')}
        </Checkbox>
      </div>
      <Several
        label={t('messages:group.team_class')}
        value={draft.classes}
        options={TEAM_CLASSES.map((value) => ({ value, label: t(`signs:teamClass.${value}`) }))}
        testId="broadcast-classes"
        onChange={(classes) => onChange({ classes })}
      />
      <Several
        label={t('messages:group.township')}
        value={draft.townships}
        options={(townships?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        testId="broadcast-townships"
        onChange={(chosen) => onChange({ townships: chosen })}
      />
      <Several
        label={t('messages:group.teams')}
        value={draft.teams}
        options={(teams?.items ?? []).map(({ code, shortName }) => ({ value: code, label: `${code} ${shortName}` }))}
        testId="broadcast-teams"
        onChange={(chosen) => onChange({ teams: chosen })}
      />
      {draft.teams.length > 0 && (
        <div className="group-line">
          <span />
          <Checkbox checked={draft.everyone} onChange={(event) => onChange({ everyone: event.target.checked })}>
            {t('messages:group.everyone')}
          </Checkbox>
        </div>
      )}
      <Several
        label={t('messages:group.experts')}
        value={draft.experts}
        options={[
          { value: ALL_EXPERTS, label: t('messages:allExperts') },
          ...categories.map((category) => ({ value: category, label: category })),
        ]}
        testId="broadcast-experts"
        onChange={(chosen) => onChange({ experts: chosen })}
      />
      <Phones draft={draft} onChange={onChange} />
      {toGroups(draft).length > MOST_GROUPS && <p className="warn">! {t('messages:tooMany')}</p>}
    </section>
  );
}
