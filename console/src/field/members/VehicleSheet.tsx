import { AddVehicle, type TeamRegister } from '@liandong/shared/register';
import type { VehicleView } from '@liandong/shared/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { uuid } from '../../ui/uuid';
import { Send } from '../Send';
import { Sheet } from '../Sheet';
import { useChange } from './own-team';
import { ReasonedAct } from './ReasonedAct';

interface Props {
  team: TeamRegister;
  /** What is edited; null: another vehicle. */
  vehicle: VehicleView | null;
  onClose: () => void;
  onDone: (warnings: string[]) => void;
}
/** The contract's most. */
const MOST = { plate: 20, kind: 30, seats: 3, trackerId: 60, note: 300 } as const;
const FIELDS = Object.keys(MOST) as (keyof typeof MOST)[];

const begin = (vehicle: VehicleView | null) => ({
  plate: vehicle?.plate ?? '',
  kind: vehicle?.kind ?? '',
  seats: vehicle?.seats?.toString() ?? '',
  trackerId: vehicle?.trackerId ?? '',
  note: vehicle?.note ?? '',
});

function RetirePart({ team, vehicle, onDone }: Props & { vehicle: VehicleView }) {
  const { t } = useTranslation('register');
  const { change, busy, problem } = useChange(team.code, onDone);
  return (
    <ReasonedAct
      name={t('retire')}
      confirm={t('vehicle.retireTitle', { name: vehicle.plate })}
      testId="vehicle-retire"
      busy={busy}
      problem={problem}
      onConfirm={(reason) => void change(() => call('retireVehicle', { params: { id: vehicle.id }, body: { reason } }))}
    />
  );
}

/** A vehicle of the team and what its tracker reports under, on the leader's phone. */
export function VehicleSheet(props: Props) {
  const { team, onClose, onDone } = props;
  const { t } = useTranslation('register');
  const [vehicle] = useState(props.vehicle);
  const [clientId] = useState(uuid);
  const [draft, setDraft] = useState(() => begin(vehicle));
  const { change, busy, problem } = useChange(team.code, onDone);
  const seats = draft.seats.trim() === '' ? null : Number(draft.seats);
  const body = AddVehicle.safeParse({ ...draft, seats, trackerId: draft.trackerId.trim() || null, clientId }).data;
  const submit = (): void => {
    if (body === undefined) return;
    const { clientId: _, ...content } = body;
    if (vehicle === null) void change(() => call('addVehicle', { params: { code: team.code }, body }));
    else
      void change(() =>
        call('editVehicle', { params: { id: vehicle.id }, body: { ...content, baseVersion: vehicle.version } }),
      );
  };
  return (
    <Sheet title={t(vehicle ? 'vehicle.edit' : 'vehicle.add')} onClose={onClose}>
      <div className="stack" data-testid="vehicle-sheet">
        {FIELDS.map((name) => (
          <label key={name} className="block">
            {t(`field.${name}`)}
            <input
              className="field"
              inputMode={name === 'seats' ? 'numeric' : 'text'}
              maxLength={MOST[name]}
              value={draft[name]}
              onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
              data-testid={`vehicle-${name}`}
            />
          </label>
        ))}
        <Send
          word={t('save')}
          ready={body !== undefined}
          busy={busy}
          problem={problem}
          testid="vehicle-save"
          onSend={submit}
        />
        {vehicle && <RetirePart {...props} vehicle={vehicle} />}
      </div>
    </Sheet>
  );
}
