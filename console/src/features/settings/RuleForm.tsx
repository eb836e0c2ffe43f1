import { EditRule, MEASURES, type ResponseRuleView } from '@liandong/shared/response-rule';
import { Alert, Drawer, Input, InputNumber, Segmented } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Effective, EffectiveField, effectiveInstant } from './EffectiveField';
import { Field } from './Field';
import { COUNTY_BASIS, ReasonFields } from './ReasonFields';
import { SaveButton } from './SaveButton';
import { Trial } from './Trial';
import { useSave } from './use-save';

const FORM = 'rule-form';

/** The form holds minutes, the contract seconds; null: the field is empty. */
interface Draft {
  measure: ResponseRuleView['measure'];
  dayMinutes: number | null;
  nightMinutes: number | null;
  basis: string;
  note: string;
  reason: string;
  effective: Effective;
}

/** The old words about the old minutes are not taken over; that the document says so, neither. */
const begin = (rule: ResponseRuleView): Draft => ({
  measure: rule.measure,
  dayMinutes: rule.daySeconds / 60,
  nightMinutes: rule.nightSeconds / 60,
  basis: COUNTY_BASIS,
  note: '',
  reason: '',
  effective: null,
});

const secondsOf = ({ measure, dayMinutes, nightMinutes }: Draft) => ({
  measure,
  daySeconds: Math.round((dayMinutes ?? 0) * 60),
  nightSeconds: Math.round((nightMinutes ?? 0) * 60),
});
const TRIED = EditRule.pick({ measure: true, daySeconds: true, nightSeconds: true });

interface FieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

interface MinutesProps {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  testId: string;
}

function Minutes({ label, value, onChange, testId }: MinutesProps) {
  return (
    <Field label={label}>
      {(id) => <InputNumber id={id} min={1} max={1440} value={value} onChange={onChange} data-testid={testId} />}
    </Field>
  );
}

function Owes({ draft, change }: FieldsProps) {
  const { t } = useTranslation(['settings', 'signs']);
  return (
    <div className="setting-row">
      <div className="setting-field">
        <span className="quiet">{t('settings:rule.measure')}</span>
        <Segmented
          aria-label={t('settings:rule.measure')}
          value={draft.measure}
          onChange={(measure) => change({ measure })}
          options={MEASURES.map((value) => ({ value, label: t(`signs:measure.${value}`) }))}
        />
      </div>
      <Minutes
        testId="rule-day"
        label={t('settings:rule.dayMinutes')}
        value={draft.dayMinutes}
        onChange={(dayMinutes) => change({ dayMinutes })}
      />
      <Minutes
        testId="rule-night"
        label={t('settings:rule.nightMinutes')}
        value={draft.nightMinutes}
        onChange={(nightMinutes) => change({ nightMinutes })}
      />
    </div>
  );
}

function Why({ draft, change }: FieldsProps) {
  const { t } = useTranslation('settings');
  return (
    <>
      <EffectiveField value={draft.effective} onChange={(effective) => change({ effective })} />
      <ReasonFields basis={draft.basis} reason={draft.reason} onChange={change} />
      <Field label={t('note')}>
        {(id) => (
          <Input
            id={id}
            value={draft.note}
            maxLength={300}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** A new version of one rule, and what it would change. */
export function RuleForm({ rule, onClose }: { rule: ResponseRuleView; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [draft, setDraft] = useState(() => begin(rule));
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const { save, busy, problem } = useSave('editResponseRule', ['listResponseRules', 'previewTargets'], onClose);
  const { basis, note, reason, effective } = draft;
  const wanted = { ...secondsOf(draft), basis, note, reason };
  const ready = EditRule.safeParse({ ...wanted, effectiveFrom: effectiveInstant(effective) }).success;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const effectiveFrom = effectiveInstant(effective);
    if (ready && effectiveFrom !== null) save({ params: { ruleNo: rule.ruleNo }, body: { ...wanted, effectiveFrom } });
  };
  return (
    <Drawer
      open
      size={640}
      onClose={onClose}
      extra={<SaveButton form={FORM} ready={ready} busy={busy} />}
      title={`${t('rule.editTitle', { no: rule.ruleNo })} · ${t(`teamFrom.${rule.teamFrom}`)} → ${t(`incidentIn.${rule.incidentIn}`)}`}
    >
      <form id={FORM} className="setting-form" onSubmit={submit} data-testid="rule-form">
        <Owes draft={draft} change={change} />
        <section className="setting-card">
          <h2>{t('trial.heading')}</h2>
          <Trial rule={rule} draft={TRIED.safeParse(secondsOf(draft)).data} />
        </section>
        <Why draft={draft} change={change} />
        {problem !== null && <Alert type="error" showIcon title={t('refused')} description={problem} />}
      </form>
    </Drawer>
  );
}
