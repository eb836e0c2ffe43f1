import { AddVehicle } from '@liandong/shared/register';
import type { TeamDetail, VehicleView } from '@liandong/shared/team';
import { Alert, Drawer, Input, InputNumber } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuid } from '../../ui/uuid';
import { Field } from '../settings/Field';
import { SaveButton } from '../settings/SaveButton';
import { useRegisterSave } from './use-register-save';

const FORM = 'vehicle-form';
const TEXTS = ['plate', 'kind', 'trackerId', 'note'] as const;
const MOST = { plate: 20, kind: 30, trackerId: 60, note: 300 } as const;

interface Props {
  team: TeamDetail;
  vehicle: VehicleView | null;
  onClose: () => void;
}

/** A vehicle and what its tracker reports under. */
export function VehicleForm({ team, vehicle: given, onClose }: Props) {
  const { t } = useTranslation('register');
  const [vehicle] = useState(given);
  const [clientId] = useState(uuid);
  const [draft, setDraft] = useState({
    plate: vehicle?.plate ?? '',
    kind: vehicle?.kind ?? '',
    trackerId: vehicle?.trackerId ?? '',
    note: vehicle?.note ?? '',
    seats: vehicle?.seats ?? null,
    reason: '',
  });
  const adding = useRegisterSave('addVehicle', onClose);
  const editing = useRegisterSave('editVehicle', onClose);
  const content = { ...draft, trackerId: draft.trackerId.trim() || null };
  const ready = AddVehicle.safeParse({ ...content, clientId }).success;
  const problem = adding.problem ?? editing.problem;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    if (vehicle === null) adding.save({ params: { code: team.code }, body: { ...content, clientId } });
    else editing.save({ params: { id: vehicle.id }, body: { ...content, baseVersion: vehicle.version } });
  };
  return (
    <Drawer
      open
      size={520}
      onClose={onClose}
      title={`${t(vehicle ? 'vehicle.edit' : 'vehicle.add')} · ${team.shortName}`}
      extra={<SaveButton form={FORM} ready={ready} busy={adding.busy || editing.busy} />}
    >
      <form id={FORM} className="setting-form" onSubmit={submit} data-testid="vehicle-form">
        {problem !== null && <Alert type="error" showIcon title={t('refused')} description={problem} />}
        {TEXTS.map((name) => (
          <Field key={name} label={t(`field.${name}`)}>
            {(id) => (
              <Input
                id={id}
                value={draft[name]}
                maxLength={MOST[name]}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
                data-testid={`vehicle-${name}`}
              />
            )}
          </Field>
        ))}
        <Field label={t('field.seats')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={100}
              value={draft.seats}
              onChange={(seats) => setDraft({ ...draft, seats })}
            />
          )}
        </Field>
        <Field label={t('why')}>
          {(id) => (
            <Input
              id={id}
              value={draft.reason}
              maxLength={500}
              onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
            />
          )}
        </Field>
      </form>
    </Drawer>
  );
}
