import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../ui/time';
import { Files } from '../feedback/Files';
import { SituationSection } from '../upward/SituationSection';
import { UpwardSection } from '../upward/UpwardSection';
import type { Shown } from './Detail';
import { usePossibleActs } from './use-possible-acts';

/** What was reported: from the scene, upward, and the papers that belong to it. */
export function ReportsTab({ shown }: { shown: Shown }) {
  const { t } = useTranslation(['upward', 'owed', 'signs', 'desk']);
  const { incident, detail } = shown;
  const acts = usePossibleActs(shown);
  if (detail === undefined) return <p className="empty">{t('desk:loadingDetail')}</p>;
  const ofItself = detail.obligations.filter((each) => each.orderId === null);
  return (
    <div className="reports-tab" data-testid="reports-tab">
      <SituationSection situations={detail.situations} obligations={ofItself} writable={acts.includes('situation')} />
      <UpwardSection
        incidentId={incident.id}
        reports={detail.upwardReports}
        obligations={ofItself}
        writable={acts.includes('upward')}
      />
      {detail.notices.length > 0 && (
        <section aria-label={t('owed:notices.heading')}>
          <header>
            <h2>{t('owed:notices.heading')}</h2>
          </header>
          <ul className="stage-lines">
            {detail.notices.map((notice) => (
              <li key={notice.id}>
                <span className="num">{formatInstant(notice.issuedAt)}</span>
                <b>{notice.number}</b> {notice.addressee}
                <span className="spacer" />
                {t(`signs:notice.${notice.state}`)}
                <Link className="btn" to={`/notices/${notice.id}/print`} target="_blank">
                  {t('upward:print')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {detail.attachments.length > 0 && (
        <section aria-label={t('upward:files')}>
          <header>
            <h2>{t('upward:files')}</h2>
          </header>
          <Files files={detail.attachments} />
        </section>
      )}
    </div>
  );
}
