import type { FeedbackDraft } from '@liandong/shared/feedback';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhotos } from '../kept/photos';
import { formSubject, ofSubject } from '../kept/photos.rules';
import { PhotoGrid } from '../photos/PhotoGrid';
import { PhotoPicker } from '../photos/PhotoPicker';
import { Stepper } from '../Stepper';
import { Wrong } from './Lacks';
import { idOf, type Lack } from './missing.rules';
import { Plans } from './Plans';

const WORDS = ['found', 'measures', 'result'] as const;
const PEOPLE = ['dead', 'injured', 'missing', 'rescued'] as const;
const MOST_WAN = 10_000_000;

export interface FieldsProps {
  content: FeedbackDraft;
  lacks: readonly Lack[];
  orderId: string;
  /** The county's date. */
  today: string;
  onChange: (patch: FeedbackDraft) => void;
  /** A photo is about to be added. */
  onPhoto: () => void;
}

function Words({ name, rows, ...props }: FieldsProps & { name: (typeof WORDS)[number] | 'equipment'; rows: number }) {
  const { t } = useTranslation('field');
  const lack = props.lacks.find(({ field }) => field === name);
  return (
    <label className="block" id={idOf({ field: name })}>
      {t(`paper.feedback.${name}`)}
      <textarea
        className="field"
        rows={rows}
        maxLength={name === 'equipment' ? 500 : 2000}
        aria-invalid={lack !== undefined}
        placeholder={t(`paper.feedback.${name}Hint`)}
        value={props.content[name] ?? ''}
        onChange={(event) => props.onChange({ [name]: event.target.value })}
        data-testid={`field-form-${name}`}
      />
      <Wrong lack={lack} />
    </label>
  );
}

/** 万元, with decimals; what is being typed (`12.`) stays as typed. */
function Loss({ content, lacks, onChange }: FieldsProps) {
  const { t } = useTranslation('field');
  const [typed, setTyped] = useState<string | null>(null);
  const lack = lacks.find(({ field }) => field === 'lossWan');
  function type(text: string): void {
    const plain = text.replace(/[^0-9.]/g, '');
    setTyped(plain);
    const value = Number(plain);
    if (Number.isFinite(value)) onChange({ lossWan: Math.min(MOST_WAN, value) });
  }
  return (
    <label className="block loss" id={idOf({ field: 'lossWan' })}>
      {t('paper.feedback.lossWan')}
      <input
        className="field num"
        inputMode="decimal"
        aria-invalid={lack !== undefined}
        placeholder="0"
        value={typed ?? (content.lossWan ? String(content.lossWan) : '')}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(null)}
        data-testid="field-form-loss"
      />
      <Wrong lack={lack} />
    </label>
  );
}

function Photos({ content, orderId, onChange, onPhoto }: FieldsProps) {
  const { t } = useTranslation('field');
  const ids = content.attachmentIds ?? [];
  const subject = formSubject(orderId);
  const here = ofSubject(
    usePhotos((s) => s.photos),
    subject,
  );
  const elsewhere = ids.filter((id) => !here.some((photo) => photo.attachmentId === id)).length;
  return (
    <section id={idOf({ field: 'attachmentIds' })}>
      <h2>{t('paper.feedback.attachmentIds')}</h2>
      <PhotoGrid
        subject={subject}
        ids={ids}
        removable
        onDetach={(id) => onChange({ attachmentIds: ids.filter((other) => other !== id) })}
      />
      <PhotoPicker subject={subject} orderId={orderId} count={elsewhere} onPick={onPhoto} />
    </section>
  );
}

/** All fields of the form, in the order in which it is told. */
export function Fields(props: FieldsProps) {
  const { t } = useTranslation('field');
  const { content, onChange } = props;
  const figure = (name: (typeof PEOPLE)[number] | 'people') => (
    <Stepper
      key={name}
      id={idOf({ field: name })}
      label={t(`paper.feedback.${name}`)}
      value={content[name] ?? 0}
      onChange={(value) => onChange({ [name]: value })}
      testId={`field-form-${name}`}
    />
  );
  return (
    <>
      {WORDS.map((name) => (
        <Words key={name} name={name} rows={3} {...props} />
      ))}
      <h2>{t('paper.feedback.figures')}</h2>
      <div className="figures">{PEOPLE.map(figure)}</div>
      <h2>{t('paper.feedback.effort')}</h2>
      <div className="figures">
        {figure('people')}
        <Loss {...props} />
      </div>
      <Words name="equipment" rows={2} {...props} />
      <Photos {...props} />
      <Plans {...props} />
    </>
  );
}
