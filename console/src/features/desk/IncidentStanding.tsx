import type { IncidentDetail } from '@liandong/shared/board';
import type { IncidentView } from '@liandong/shared/incident';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant } from '../../ui/time';
import { isOnHotline } from './alarms.rules';
import { ask, select } from './desk-state';
import type { IncidentAct } from './incident-acts.rules';
import { startAct } from './start-act';
import { shortNumber } from './words';

interface Props {
  incident: IncidentView;
  referrals: IncidentDetail['referrals'];
  acts: readonly IncidentAct[];
}

/** Where it was handed on to, and whether they took it over. */
function Referrals({ referrals, acts }: Omit<Props, 'incident'>) {
  const { t } = useTranslation('acts');
  return referrals.map((referral) => (
    <p key={referral.id} className="standing" data-testid="referral">
      <span>
        → {referral.unit} <span className="num">{referral.phone}</span>{' '}
        <span className="quiet">
          {formatInstant(referral.sentAt)} {referral.by}：{referral.reason}
        </span>{' '}
        {referral.receivedAt === null ? (
          <b className="warn">! {t('receipt.missing')}</b>
        ) : (
          <b>
            ✓ {t('receipt.got', { by: referral.receivedBy, at: formatInstant(referral.receivedAt) })} {referral.note}
          </b>
        )}
      </span>
      {referral.receivedAt === null && acts.includes('receipt') && (
        <button type="button" className="btn" onClick={() => ask({ of: 'incident', act: 'receipt' })}>
          {t('act.receipt')}
        </button>
      )}
    </p>
  ));
}

/** What is not ordinary about the incident as a whole: taken by a team itself, ended, merged, handed on. */
export function IncidentStanding({ incident, referrals, acts }: Props) {
  const { t } = useTranslation(['desk', 'acts']);
  const { mergedInto } = incident;
  return (
    <>
      {incident.originTeamCode !== null && (
        <p className="standing" data-testid="hotline">
          <span>
            <span className="tag ask">{t('acts:hotline')}</span>{' '}
            {incident.centreTookAt === null
              ? t('acts:hotlineBy', { team: incident.originTeamCode })
              : t('acts:hotlineTaken', { team: incident.originTeamCode, at: formatInstant(incident.centreTookAt) })}
          </span>
          {isOnHotline(incident) && acts.includes('takeCommand') && (
            <button
              type="button"
              className="btn primary"
              data-testid="take-command"
              onClick={() => startAct(incident.id, 'takeCommand')}
            >
              {t('acts:act.takeCommand')}
            </button>
          )}
        </p>
      )}
      {incident.status !== 'open' && (
        <p className="standing ended" data-testid="ended">
          <span>
            <b>□ {t(`desk:status.${incident.status}`)}</b>{' '}
            {mergedInto !== null && (
              <button
                type="button"
                className="tag link"
                onClick={() => select(mergedInto.id)}
                data-testid="merged-into"
              >
                {t('acts:merge.intoShort', { number: shortNumber(mergedInto.number) })} →
              </button>
            )}{' '}
            {incident.closedAt !== null && (
              <span className="num">
                {formatDate(incident.closedAt)} {formatInstant(incident.closedAt)}
              </span>
            )}{' '}
            {incident.status !== 'transferred' && incident.endReason}
          </span>
        </p>
      )}
      <Referrals referrals={referrals} acts={acts} />
    </>
  );
}
