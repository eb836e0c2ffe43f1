import type { TeamDetail, VehicleView } from '@liandong/shared/team';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { formatDate } from '../../ui/time';
import { useRegisterSave } from './use-register-save';
import { VehicleForm } from './VehicleForm';

type Act = { kind: 'edit' | 'end'; vehicle: VehicleView } | { kind: 'add' };

function Acting({ team, act, onClose }: { team: TeamDetail; act: Act; onClose: () => void }) {
  const { t } = useTranslation('register');
  const retiring = useRegisterSave('retireVehicle');
  const restoring = useRegisterSave('restoreVehicle');
  if (act.kind !== 'end')
    return <VehicleForm team={team} vehicle={act.kind === 'add' ? null : act.vehicle} onClose={onClose} />;
  const { id, plate, retiredAt } = act.vehicle;
  const { save } = retiredAt === null ? retiring : restoring;
  return (
    <ReasonDialog
      title={t(retiredAt === null ? 'vehicle.retireTitle' : 'vehicle.restoreTitle', { name: plate })}
      label={t('reason')}
      onDone={(reason) => save({ params: { id }, body: { reason } })}
      onClose={onClose}
    />
  );
}

/** What the team drives, and the trackers in it. */
export function VehiclesTab({ team }: { team: TeamDetail }) {
  const { t } = useTranslation('register');
  const editable = useSession().may('register.editOwn') && team.retiredAt === null;
  const [act, setAct] = useState<Act | null>(null);
  return (
    <div className="settings-tab">
      <div className="setting-row">
        <span className="spacer" />
        {editable && (
          <Button type="primary" onClick={() => setAct({ kind: 'add' })} data-testid="vehicle-add">
            {t('vehicle.add')}
          </Button>
        )}
      </div>
      <Table<VehicleView>
        rowKey="id"
        size="small"
        pagination={false}
        dataSource={team.vehicles}
        locale={{ emptyText: t('vehicle.none') }}
        rowClassName={(vehicle) => (vehicle.retiredAt === null ? '' : 'row-retired')}
        columns={[
          {
            title: t('field.plate'),
            render: (_, { plate, retiredAt }) => (
              <>
                <b className="num">{plate}</b>
                {retiredAt !== null && (
                  <small className="faint"> ○ {t('retiredSince', { day: formatDate(retiredAt) })}</small>
                )}
              </>
            ),
          },
          { title: t('field.kind'), dataIndex: 'kind' },
          { title: t('field.seats'), width: 80, render: (_, { seats }) => <span className="num">{seats ?? '—'}</span> },
          {
            title: t('field.trackerId'),
            render: (_, { trackerId }) => <span className="num">{trackerId ?? t('vehicle.noTracker')}</span>,
          },
          { title: t('field.note'), render: (_, { note }) => note || '—' },
          {
            title: <span className="visually-hidden">{t('edit')}</span>,
            width: 170,
            hidden: !editable,
            render: (_, vehicle) => (
              <span className="row-actions">
                {vehicle.retiredAt === null && (
                  <Button size="small" onClick={() => setAct({ kind: 'edit', vehicle })}>
                    {t('edit')}
                  </Button>
                )}
                <Button size="small" onClick={() => setAct({ kind: 'end', vehicle })}>
                  {t(vehicle.retiredAt === null ? 'retire' : 'restore')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {act !== null && <Acting team={team} act={act} onClose={() => setAct(null)} />}
    </div>
  );
}
