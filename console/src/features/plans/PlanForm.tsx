import { SEVERITIES } from '@liandong/shared/incident';
import { EditPlan, type ResponsePlanView } from '@liandong/shared/plan';
import { Alert, Checkbox, Drawer, Input, Select } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { uuid } from '../../ui/uuid';
import { type Effective, EffectiveField, effectiveInstant } from '../settings/EffectiveField';
import { Field } from '../settings/Field';
import { COUNTY_BASIS, ReasonFields } from '../settings/ReasonFields';
import { SaveButton } from '../settings/SaveButton';
import { useSave } from '../settings/use-save';
import { type LevelDraft, LevelFields } from './LevelFields';
import { PlanTrial } from './PlanTrial';
import { readSteps, typed } from './plan-draft.rules';

const FORM = 'plan-form';
const STALE = ['listResponsePlans', 'tryResponsePlan'] as const;
/** A plan to begin with; without a code it will be one of its own. */
export type Begin = Omit<ResponsePlanView, 'code'> & { code: string | null };

interface Draft
  extends Pick<EditPlan, 'name' | 'severities' | 'townshipCodes' | 'taskText' | 'sceneCommand' | 'retired'> {
  levels: LevelDraft[];
  basis: string;
  reason: string;
  effective: Effective;
}

const begin = (plan: Begin): Draft => ({
  name: plan.name,
  severities: plan.severities,
  townshipCodes: plan.townshipCodes,
  taskText: plan.taskText,
  sceneCommand: plan.sceneCommand,
  retired: plan.retired,
  levels: [0, 1, 2].map((at) => ({
    text: typed(plan.levels[at]?.steps ?? []),
    people: plan.levels[at]?.requiredStrength ?? null,
  })),
  basis: COUNTY_BASIS,
  reason: '',
  effective: null,
});

/** The levels up to the last line that says something; undefined while a line cannot be read or one between is empty. */
function levelsOf(drafts: readonly LevelDraft[]) {
  const used = drafts.slice(0, drafts.findLastIndex(({ text }) => text.trim() !== '') + 1);
  const read = used.map(({ text, people }) => ({ ...readSteps(text), requiredStrength: people }));
  if (read.length === 0 || read.some(({ steps, unknown }) => steps.length === 0 || unknown.length > 0))
    return undefined;
  return read.map(({ steps, requiredStrength }) => ({ steps, requiredStrength }));
}

interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** For what the plan holds. */
function Scope({ draft, change }: PartProps) {
  const { t } = useTranslation(['plans', 'signs']);
  const { data } = useAnswer('listTownships', undefined, REGISTER);
  return (
    <>
      <Field label={t('plans:name')}>
        {(id) => (
          <Input
            id={id}
            value={draft.name}
            maxLength={60}
            onChange={(event) => change({ name: event.target.value })}
            data-testid="plan-name"
          />
        )}
      </Field>
      <Field label={t('plans:severities')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={draft.severities}
            onChange={(severities) => change({ severities })}
            options={SEVERITIES.map((value) => ({ value, label: t(`signs:severity.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('plans:townships')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            optionFilterProp="label"
            value={draft.townshipCodes}
            onChange={(townshipCodes) => change({ townshipCodes })}
            options={data?.items.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </Field>
    </>
  );
}

/** What the teams are told, and who commands. */
function Words({ draft, change }: PartProps) {
  const { t } = useTranslation('plans');
  const { data } = useAnswer('listCommandPosts', undefined, REGISTER);
  return (
    <>
      <Field label={t('task')}>
        {(id) => (
          <Input
            id={id}
            value={draft.taskText}
            maxLength={200}
            onChange={(event) => change({ taskText: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('command')}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={draft.sceneCommand}
            onChange={(post) => change({ sceneCommand: post ?? null })}
            options={data?.items.map(({ post }) => ({ value: post, label: post }))}
          />
        )}
      </Field>
    </>
  );
}

/** A new version of a plan, or a plan of its own: typed, read back, tried out, saved with a reason. */
export function PlanForm({ plan, onClose }: { plan: Begin; onClose: () => void }) {
  const { t } = useTranslation(['plans', 'settings']);
  const [draft, setDraft] = useState(() => begin(plan));
  const clientId = useRef(uuid());
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const edit = useSave('editResponsePlan', STALE, onClose);
  const create = useSave('createResponsePlan', STALE, onClose);
  const { effective, levels: typedLevels, ...rest } = draft;
  const levels = levelsOf(typedLevels);
  const wanted = EditPlan.safeParse({ ...rest, levels, effectiveFrom: effectiveInstant(effective) }).data;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted === undefined) return;
    if (plan.code !== null) edit.save({ params: { code: plan.code }, body: wanted });
    else create.save({ body: { ...wanted, typeCode: plan.typeCode, clientId: clientId.current } });
  };
  const problem = edit.problem ?? create.problem;
  return (
    <Drawer
      open
      size={760}
      onClose={onClose}
      title={plan.code === null ? t('plans:addTitle') : t('plans:editTitle', { name: plan.name })}
      extra={<SaveButton form={FORM} ready={wanted !== undefined} busy={edit.busy || create.busy} />}
    >
      <form id={FORM} className="setting-form" onSubmit={submit} data-testid="plan-form">
        <LevelFields levels={typedLevels} onChange={(changed) => change({ levels: changed })} />
        <PlanTrial typeCode={plan.typeCode} levels={levels} />
        <Scope draft={draft} change={change} />
        <Words draft={draft} change={change} />
        <EffectiveField value={effective} onChange={(at) => change({ effective: at })} />
        <ReasonFields basis={draft.basis} reason={draft.reason} onChange={change} />
        {plan.code !== null && (
          <Checkbox checked={draft.retired} onChange={(event) => change({ retired: event.target.checked })}>
            {t('plans:retire')}
          </Checkbox>
        )}
        {problem !== null && <Alert type="error" showIcon title={t('settings:refused')} description={problem} />}
      </form>
    </Drawer>
  );
}
