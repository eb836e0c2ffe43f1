import { api } from '@liandong/shared/api';
import { EXPERT_CATEGORIES, type ExpertBody, type ExpertView } from '@liandong/shared/expert';
import { Alert, Drawer, Input, Select } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuid } from '../../ui/uuid';
import { Field } from '../settings/Field';
import { SaveButton } from '../settings/SaveButton';
import { useSave } from '../settings/use-save';
import { readPhones, writePhones } from './forces.rules';

const FORM = 'expert-form';
const TEXTS = ['name', 'specialty', 'unit', 'title', 'phone'] as const;
const NEW: ExpertBody = {
  name: '',
  category: EXPERT_CATEGORIES[0],
  specialty: '',
  unit: '',
  title: '',
  phone: '',
  morePhones: [],
};

/** One expert, new or changed. */
export function ExpertForm({ expert, onClose }: { expert: ExpertView | null; onClose: () => void }) {
  const { t } = useTranslation('forces');
  const start: ExpertBody = expert ?? NEW;
  const [draft, setDraft] = useState({ ...start, phones: writePhones(start.morePhones), reason: '' });
  const clientId = useRef(uuid());
  const add = useSave('addExpert', ['listExperts'], onClose);
  const edit = useSave('editExpert', ['listExperts'], onClose);
  const { problem, busy } = expert ? edit : add;
  const reason = draft.reason.trim() === '' ? undefined : draft.reason;
  const wanted = { ...draft, morePhones: readPhones(draft.phones), reason, clientId: clientId.current };
  const body = (expert ? api.editExpert : api.addExpert).body.safeParse(wanted).data;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (body === undefined) return;
    if (expert) edit.save({ params: { id: expert.id }, body });
    else add.save({ body: body as Parameters<typeof add.save>[0]['body'] });
  };
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const labels = {
    name: 'experts.name',
    specialty: 'experts.specialty',
    unit: 'experts.unit',
    title: 'experts.title',
    phone: 'phone',
  } as const;
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={expert ? t('experts.edit', { name: expert.name }) : t('experts.add')}
      extra={<SaveButton form={FORM} ready={body !== undefined} busy={busy} />}
    >
      <form id={FORM} className="forces-form" onSubmit={submit}>
        <Field label={t('category')}>
          {(id) => (
            <Select
              id={id}
              value={draft.category}
              options={EXPERT_CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))}
              onChange={(category) => set({ category })}
            />
          )}
        </Field>
        {TEXTS.map((key, index) => (
          <Field key={key} label={t(labels[key])}>
            {(id) => (
              <Input
                id={id}
                autoFocus={index === 0}
                value={draft[key]}
                maxLength={60}
                onChange={(event) => set({ [key]: event.target.value })}
                data-testid={`expert-${key}`}
              />
            )}
          </Field>
        ))}
        <Field label={t('experts.morePhones')}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              value={draft.phones}
              onChange={(event) => set({ phones: event.target.value })}
            />
          )}
        </Field>
        {expert && (
          <Field label={t('reason')}>
            {(id) => (
              <Input
                id={id}
                value={draft.reason}
                maxLength={500}
                onChange={(event) => set({ reason: event.target.value })}
              />
            )}
          </Field>
        )}
        {problem !== null && <Alert type="error" showIcon title={problem} />}
      </form>
    </Drawer>
  );
}
