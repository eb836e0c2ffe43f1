import { EditStrengthRule, type StrengthRuleView } from '@liandong/shared/register';
import type { TeamRow } from '@liandong/shared/team';
import { Alert, Checkbox, Drawer, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Effective, EffectiveField, effectiveInstant } from '../settings/EffectiveField';
import { Field } from '../settings/Field';
import { COUNTY_BASIS, ReasonFields } from '../settings/ReasonFields';
import { SaveButton } from '../settings/SaveButton';
import { useSave } from '../settings/use-save';

const FORM = 'strength-form';

interface Props {
  /** The rule that gets a new version; null: a team gets one of its own. */
  rule: StrengthRuleView | null;
  title: string | null;
  teams: readonly TeamRow[];
  onClose: () => void;
}

interface Draft {
  teamCode: string;
  minimum: number | null;
  ended: boolean;
  basis: string;
  note: string;
  reason: string;
  effective: Effective;
}
type Change = (part: Partial<Draft>) => void;

function Which({ draft, change, teams }: { draft: Draft; change: Change; teams: readonly TeamRow[] }) {
  const { t } = useTranslation('register');
  return (
    <Field label={t('strength.team')}>
      {(id) => (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.teamCode || undefined}
          onChange={(teamCode) => change({ teamCode })}
          options={teams.map(({ code, shortName }) => ({ value: code, label: `${code} ${shortName}` }))}
          data-testid="strength-team"
        />
      )}
    </Field>
  );
}

function HowMany({ draft, change, own }: { draft: Draft; change: Change; own: boolean }) {
  const { t } = useTranslation('register');
  return (
    <>
      <Field label={t('strength.minimum')}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={1000}
            disabled={draft.ended}
            value={draft.minimum}
            onChange={(minimum) => change({ minimum })}
            data-testid="strength-minimum"
          />
        )}
      </Field>
      {own && (
        <Checkbox checked={draft.ended} onChange={(event) => change({ ended: event.target.checked })}>
          {t('strength.cancelOwn')}
        </Checkbox>
      )}
    </>
  );
}

/** A new version of a minimum, or a team's own. */
export function StrengthForm({ rule, title, teams, onClose }: Props) {
  const { t } = useTranslation(['register', 'settings']);
  const [draft, setDraft] = useState<Draft>({
    teamCode: '',
    minimum: rule?.minimum ?? null,
    ended: false,
    basis: COUNTY_BASIS,
    note: '',
    reason: '',
    effective: null,
  });
  const change: Change = (part) => setDraft((before) => ({ ...before, ...part }));
  const { save, busy, problem } = useSave('editStrengthRule', ['listStrengthRules', 'listTeams', 'getTeam'], onClose);
  const { minimum, ended, basis, note, reason, effective, teamCode } = draft;
  const wanted = { minimum: ended ? null : minimum, basis, note, reason };
  const scope = rule?.scope ?? (teamCode && `team-${teamCode}`);
  const ready =
    scope !== '' &&
    (ended || minimum !== null) &&
    EditStrengthRule.safeParse({ ...wanted, effectiveFrom: effectiveInstant(effective) }).success;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const effectiveFrom = effectiveInstant(effective);
    if (ready && effectiveFrom !== null) save({ params: { scope }, body: { ...wanted, effectiveFrom } });
  };
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={title === null ? t('register:strength.ownTitle') : t('register:strength.editTitle', { scope: title })}
      extra={<SaveButton form={FORM} ready={ready} busy={busy} />}
    >
      <form id={FORM} className="setting-form" onSubmit={submit} data-testid="strength-form">
        {problem !== null && <Alert type="error" showIcon title={t('settings:refused')} description={problem} />}
        {rule === null && <Which draft={draft} change={change} teams={teams} />}
        <HowMany draft={draft} change={change} own={rule?.scope.startsWith('team-') ?? false} />
        <EffectiveField value={effective} onChange={(value) => change({ effective: value })} />
        <ReasonFields basis={basis} reason={reason} onChange={change} />
        <Field label={t('settings:note')}>
          {(id) => (
            <Input id={id} value={note} maxLength={300} onChange={(event) => change({ note: event.target.value })} />
          )}
        </Field>
      </form>
    </Drawer>
  );
}
