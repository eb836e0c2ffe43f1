import type { EquipmentHit } from '@liandong/shared/equipment';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useRow } from '../../live/store';
import { Dialog } from '../../ui/Dialog';
import { flyTo, showEquipment, useDesk } from '../desk/desk-state';
import { shortNumber } from '../desk/words';
import { Distance, Understood } from './EquipmentSearch';
import { EquipmentState } from './EquipmentState';
import './forces.css';

function Hit({ item, onShow }: { item: EquipmentHit; onShow: (item: EquipmentHit) => void }) {
  const { t } = useTranslation('forces');
  return (
    <button type="button" title={t('equipment.show')} onClick={() => onShow(item)} data-testid="equipment-hit">
      <Distance metres={item.metres} />
      <span>
        <b>{item.name}</b>{' '}
        <span className="num">
          {item.quantity} {item.unit}
        </span>{' '}
        <EquipmentState item={item} />
      </span>
      <span>
        {item.teamName ?? t('county')} <span className="faint">{item.placeText}</span>
      </span>
      <span className="num">
        {item.contactPhone
          ? `${item.contactName} ${item.contactPhone}`
          : `${t('equipment.alarmPhone')} ${item.alarmPhone ?? ''}`}
      </span>
    </button>
  );
}

/** `/物 船 20` on the desk: what there is, near the incident on screen. A hit is shown on the map. */
export function EquipmentDialog({ query }: { query: string }) {
  const { t } = useTranslation(['forces', 'app']);
  const selectedId = useDesk((desk) => desk.selectedId);
  const incident = useRow(selectedId);
  const [typed, setTyped] = useState(query);
  const [asked, setAsked] = useState(query);
  const request = { query: { q: asked, ...(selectedId === null ? {} : { incidentId: selectedId }) } };
  const { data, error, isPending } = useAnswer('searchEquipment', request, { enabled: asked !== '', staleTime: 0 });
  const close = (): void => showEquipment(null);
  const show = ({ location, name, teamName }: EquipmentHit): void => {
    if (location === null) return;
    flyTo(location, `${teamName ?? t('forces:county')} ${name}`);
    close();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  const near = incident && ` · ${t('forces:equipment.near', { number: shortNumber(incident.number) })}`;
  return (
    <Dialog title={`${t('forces:equipment.dialog')}${near ?? ''}`} onClose={close} width={860}>
      <form onSubmit={submit} data-testid="equipment-dialog">
        <input
          className="field"
          type="search"
          data-first-focus
          value={typed}
          maxLength={60}
          placeholder={t('forces:equipment.ask')}
          aria-label={t('forces:equipment.dialog')}
          onChange={(event) => setTyped(event.target.value)}
          data-testid="equipment-query"
        />
        {error !== null && (
          <p className="wrong" role="alert">
            ! {problemText(error, t('app:offline'))}
          </p>
        )}
        {asked !== '' && isPending && error === null && <p className="quiet">…</p>}
        {data !== undefined && <Understood found={data} />}
        <div className="equipment-hits">
          {data?.items.map((item) => (
            <Hit key={item.id} item={item} onShow={show} />
          ))}
        </div>
      </form>
    </Dialog>
  );
}
