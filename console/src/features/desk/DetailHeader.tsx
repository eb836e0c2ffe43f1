import { useTranslation } from 'react-i18next';
import { Severity } from '../../ui/Severity';
import { formatInstant, formatSpan } from '../../ui/time';
import { OwedStrip } from '../upward/OwedStrip';
import type { Shown } from './Detail';
import { IncidentActions } from './IncidentActions';
import { IncidentStanding } from './IncidentStanding';
import { SceneCommand } from './SceneCommand';
import { StrengthLine } from './Strength';
import { usePossibleActs } from './use-possible-acts';
import { placeWords } from './words';

/** Facts in two columns: what was taken when, what was sent when. */
function Facts({ shown: { incident, callCount } }: { shown: Shown }) {
  const { t } = useTranslation(['desk', 'signs']);
  const issuedAfter =
    incident.firstIssuedAt === null
      ? null
      : (Date.parse(incident.firstIssuedAt) - Date.parse(incident.receivedAt)) / 1000;
  return (
    <div className="facts">
      <span>
        {t('desk:call')}{' '}
        <b>{t('desk:channelCalls', { channel: t(`signs:source.${incident.channel}`), count: callCount })}</b>{' '}
        <span className="num">{formatInstant(incident.receivedAt)}</span>
      </span>
      <span>
        {t('desk:issuedAt')}{' '}
        {issuedAfter === null ? (
          <b className={incident.status === 'open' ? 'warn' : undefined}>{t('desk:notIssued')}</b>
        ) : (
          <>
            <b className="num">{formatInstant(incident.firstIssuedAt)}</b>{' '}
            {t('desk:took', { span: formatSpan(issuedAfter) })}
          </>
        )}
      </span>
    </div>
  );
}

/** Head of the detail. */
export function DetailHeader({ shown }: { shown: Shown }) {
  const { t } = useTranslation(['desk', 'signs']);
  const { incident, orders, detail, owed } = shown;
  const acts = usePossibleActs(shown);
  return (
    <header className="detail-head">
      <div className="headline">
        <Severity level={incident.severity} size={27} />
        <h1>{incident.type?.name ?? t('desk:typeUnknown')}</h1>
        <span className="num faint">{incident.number}</span>
        <span className="tag">{t(`signs:level.${incident.severity}`)}</span>
        {incident.major && (
          <span className="tag major" data-testid="major">
            ★ {t('desk:majorIncident')}
          </span>
        )}
        {incident.drill && <span className="tag">{t('desk:drill')}</span>}
      </div>
      <p className="story">
        <b>{placeWords(incident, t('desk:placeUnknown'))}</b> {incident.narrative}
      </p>
      {incident.warnings.map((warning) => (
        <p key={warning} className="warning">
          ! {warning}
        </p>
      ))}
      <Facts shown={shown} />
      {shown.strength !== null && <StrengthLine strength={shown.strength} />}
      {(incident.status === 'open' || incident.status === 'closed') && (
        <SceneCommand incident={incident} orders={orders} />
      )}
      <IncidentStanding incident={incident} referrals={detail?.referrals ?? []} acts={acts} />
      <OwedStrip owed={owed} />
      <IncidentActions shown={shown} />
    </header>
  );
}
