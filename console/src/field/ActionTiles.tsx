import { readClock } from '@liandong/shared/obligation.clock';
import type { TeamOrder } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/clock';
import { formatSpan } from '../ui/time';
import { distanceKm, formatKm, navigationLink } from './place.rules';
import { usePosition } from './position';
import { SituationSheet } from './SituationSheet';
import { useSituationOwed } from './todo/owed';

/** A link that is shown, but leads nowhere, when what it needs is not known. */
function Tile({ href, name, detail }: { href: string | null; name: string; detail: string }) {
  const inside = (
    <>
      {name}
      <small>{detail}</small>
    </>
  );
  if (href === null) {
    return (
      <span className="tile absent" aria-disabled="true">
        {inside}
      </span>
    );
  }
  return (
    <a className="tile" href={href} target={href.startsWith('tel:') ? undefined : '_blank'} rel="noreferrer">
      {inside}
    </a>
  );
}

/** When the next situation report is owed; nothing is owed of most incidents. */
function SituationDue({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation('field');
  const owed = useSituationOwed(incidentId);
  const now = useNow();
  if (!owed) return <small>{t('tile.addReport')}</small>;
  const { phase, seconds } = readClock(owed, now);
  const over = phase === 'over';
  return (
    <small className={`num ${phase}`}>
      {t(over ? 'situation.figures.over' : 'situation.figures.due', { span: formatSpan(Math.ceil(seconds)) })}
    </small>
  );
}

/** Navigate, call, situation report. */
export function ActionTiles({ order, centrePhone }: { order: TeamOrder; centrePhone: string }) {
  const { t } = useTranslation('field');
  const here = usePosition();
  const [writing, setWriting] = useState(false);
  const { location, placeText } = order.incident;
  const distance = here && location ? t('tile.distance', { km: formatKm(distanceKm(here, location)) }) : null;
  return (
    <div className="tiles">
      <Tile
        href={location && navigationLink(location, placeText ?? '')}
        name={t('tile.navigate')}
        detail={location ? (distance ?? t('tile.openMap')) : t('tile.noPlace')}
      />
      <Tile href={`tel:${centrePhone}`} name={t('tile.call')} detail={t('tile.centre', { phone: centrePhone })} />
      <button type="button" className="tile" onClick={() => setWriting(true)} data-testid="field-btn-situation">
        {t('tile.situation')}
        <SituationDue incidentId={order.incident.id} />
      </button>
      {writing && <SituationSheet order={order} onClose={() => setWriting(false)} />}
    </div>
  );
}
