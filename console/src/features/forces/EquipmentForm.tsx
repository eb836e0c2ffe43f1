import { api } from '@liandong/shared/api';
import type { EquipmentView } from '@liandong/shared/equipment';
import { EQUIPMENT_KINDS } from '@liandong/shared/equipment-kinds';
import { EQUIPMENT_CONDITIONS, type EquipmentCondition } from '@liandong/shared/team';
import { Alert, Drawer, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { uuid } from '../../ui/uuid';
import { Field } from '../settings/Field';
import { SaveButton } from '../settings/SaveButton';
import { useSave } from '../settings/use-save';
import { readPoint } from './forces.rules';

const FORM = 'equipment-form';
const COUNTY = '';
const LISTS = ['listEquipment', 'searchEquipment'] as const;

/** The draft as typed: the point as text, an empty day or team as empty. */
function draftOf(item: EquipmentView | null) {
  const kind = EQUIPMENT_KINDS[0]!;
  return {
    teamCode: item?.teamCode ?? COUNTY,
    category: item?.category ?? kind.name,
    name: item?.name ?? '',
    quantity: item?.quantity ?? 1,
    unit: item?.unit ?? kind.unit,
    condition: (item?.condition ?? 'good') as EquipmentCondition,
    placeText: item?.placeText ?? '',
    point: item?.ownLocation && item.location ? `${item.location.lon},${item.location.lat}` : '',
    contactName: item?.contactName ?? '',
    contactPhone: item?.contactPhone ?? '',
    expiresOn: item?.expiresOn ?? '',
    note: item?.note ?? '',
    reason: '',
  };
}

const TEXTS = [
  ['placeText', 'equipment.place'],
  ['contactName', 'equipment.contact'],
  ['contactPhone', 'phone'],
  ['point', 'equipment.point'],
  ['note', 'note'],
] as const;

/** One item, new or changed. */
export function EquipmentForm({ item, onClose }: { item: EquipmentView | null; onClose: () => void }) {
  const { t } = useTranslation('forces');
  const { data: teams } = useAnswer('listTeams', undefined, REGISTER);
  const [draft, setDraft] = useState(() => draftOf(item));
  const clientId = useRef(uuid());
  const add = useSave('addEquipment', LISTS, onClose);
  const edit = useSave('editEquipment', LISTS, onClose);
  const { problem, busy } = item ? edit : add;
  const point = readPoint(draft.point);
  const wanted = {
    ...draft,
    location: point === 'none' ? null : point,
    teamCode: draft.teamCode === COUNTY ? null : draft.teamCode,
    expiresOn: draft.expiresOn === '' ? null : draft.expiresOn,
    reason: draft.reason.trim() === '' ? undefined : draft.reason,
    clientId: clientId.current,
  };
  const body = (item ? api.editEquipment : api.addEquipment).body.safeParse(wanted).data;
  const ready = body !== undefined && point !== null;
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    if (item) edit.save({ params: { id: item.id }, body });
    else add.save({ body: body as Parameters<typeof add.save>[0]['body'] });
  };
  const choose = (category: string): void =>
    set({ category, unit: EQUIPMENT_KINDS.find(({ name }) => name === category)?.unit ?? draft.unit });
  return (
    <Drawer
      open
      size={640}
      onClose={onClose}
      title={item ? t('equipment.editTitle', { name: item.name }) : t('equipment.add')}
      extra={<SaveButton form={FORM} ready={ready} busy={busy} />}
    >
      <form id={FORM} className="forces-form" onSubmit={submit}>
        <div className="forces-columns">
          <Field label={t('equipment.item')}>
            {(id) => (
              <Input
                id={id}
                autoFocus
                value={draft.name}
                maxLength={60}
                onChange={(e) => set({ name: e.target.value })}
                data-testid="equipment-name"
              />
            )}
          </Field>
          <Field label={t('category')}>
            {(id) => (
              <Select
                id={id}
                showSearch
                value={draft.category}
                options={EQUIPMENT_KINDS.map(({ name }) => ({ value: name }))}
                onChange={choose}
              />
            )}
          </Field>
          <Field label={t('equipment.team')}>
            {(id) => (
              <Select
                id={id}
                showSearch
                optionFilterProp="label"
                disabled={item !== null}
                value={draft.teamCode}
                options={[
                  { value: COUNTY, label: t('county') },
                  ...(teams?.items ?? []).map(({ code, shortName }) => ({
                    value: code,
                    label: `${code} ${shortName}`,
                  })),
                ]}
                onChange={(teamCode) => set({ teamCode })}
              />
            )}
          </Field>
          <Field label={t('equipment.condition')}>
            {(id) => (
              <Select
                id={id}
                value={draft.condition}
                options={EQUIPMENT_CONDITIONS.map((value) => ({ value, label: t(`equipment.${value}`) }))}
                onChange={(condition) => set({ condition })}
              />
            )}
          </Field>
          <Field label={t('equipment.quantity')}>
            {(id) => (
              <InputNumber
                id={id}
                min={0}
                value={draft.quantity}
                onChange={(quantity) => set({ quantity: quantity ?? 0 })}
              />
            )}
          </Field>
          <Field label={t('equipment.unit')}>
            {(id) => <Input id={id} value={draft.unit} maxLength={8} onChange={(e) => set({ unit: e.target.value })} />}
          </Field>
          {TEXTS.map(([key, label]) => (
            <Field key={key} label={t(label)}>
              {(id) => (
                <Input
                  id={id}
                  value={draft[key]}
                  maxLength={key === 'note' ? 300 : 100}
                  status={key === 'point' && point === null ? 'error' : ''}
                  onChange={(e) => set({ [key]: e.target.value })}
                />
              )}
            </Field>
          ))}
          <Field label={t('equipment.expires')}>
            {(id) => (
              <Input id={id} type="date" value={draft.expiresOn} onChange={(e) => set({ expiresOn: e.target.value })} />
            )}
          </Field>
        </div>
        {point === null && <Alert type="error" showIcon title={t('equipment.pointWrong')} />}
        {item && (
          <Field label={t('reason')}>
            {(id) => (
              <Input id={id} value={draft.reason} maxLength={500} onChange={(e) => set({ reason: e.target.value })} />
            )}
          </Field>
        )}
        {problem !== null && <Alert type="error" showIcon title={problem} />}
      </form>
    </Drawer>
  );
}
