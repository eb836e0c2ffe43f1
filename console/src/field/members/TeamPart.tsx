import type { TeamRegister } from '@liandong/shared/register';
import type { VehicleView } from '@liandong/shared/team';
import { useTranslation } from 'react-i18next';

interface Props {
  team: TeamRegister;
  onEdit: () => void;
  onVehicle: (vehicle: VehicleView | 'new') => void;
}

/** Above the people: where the team is reached, and what it drives. */
export function TeamPart({ team, onEdit, onVehicle }: Props) {
  const { t } = useTranslation('register');
  const vehicles = team.vehicles.filter((one) => one.retiredAt === null);
  return (
    <ul className="member-list">
      <li data-testid="own-team">
        <div className="member-who">
          <span>
            <span className="quiet">{t('field.alarmPhone')}</span> <b className="num">{team.alarmPhone || '—'}</b>
          </span>
          <button type="button" className="small" onClick={onEdit} data-testid="own-team-edit">
            {t('edit')}
          </button>
        </div>
        <p>
          <span className="quiet">{t('field.baseAddress')}</span> {team.baseAddress || '—'}
        </p>
      </li>
      {vehicles.map((vehicle) => (
        <li key={vehicle.id} data-testid={`vehicle-${vehicle.plate}`}>
          <div className="member-who">
            <b>{vehicle.plate}</b>
            <span className="quiet">{[vehicle.kind, vehicle.note].filter((word) => word !== '').join(' · ')}</span>
            <button type="button" className="small" onClick={() => onVehicle(vehicle)}>
              {t('edit')}
            </button>
          </div>
        </li>
      ))}
      <li>
        <button type="button" className="small" onClick={() => onVehicle('new')} data-testid="vehicle-add">
          + {t('vehicle.add')}
        </button>
      </li>
    </ul>
  );
}
