import type { NoticeView } from '@liandong/shared/supervision';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMinute } from '../../ui/time';

export const when = (at: string | null): string => `${formatDate(at)} ${formatMinute(at)}`;

/** Who did what and when, as far as the notice has come. */
function Course({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('field');
  const { issuedBy, issuedAt, receivedBy, receivedAt, answeredBy, answeredAt, closedBy, closedAt } = notice;
  return (
    <ul className="course quiet">
      <li>{t('paper.notice.issued', { by: issuedBy, time: when(issuedAt) })}</li>
      {receivedAt && <li>✓ {t('paper.notice.received', { by: receivedBy, time: when(receivedAt) })}</li>}
      {answeredAt && <li>✓ {t('paper.notice.answered', { by: answeredBy, time: when(answeredAt) })}</li>}
      {closedAt && <li>■ {t('paper.notice.closed', { by: closedBy, time: when(closedAt) })}</li>}
    </ul>
  );
}

/** What is asked of whom and why, and how far it has come. */
export function NoticeText({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('field');
  const { t: signs } = useTranslation('signs');
  const what = signs(`owesLate.${notice.kind}`);
  return (
    <>
      <h2 className="title">{notice.number}</h2>
      <dl className="facts wide">
        <dt>{t('paper.notice.to')}</dt>
        <dd>{notice.addressee}</dd>
        <dt>{t('paper.notice.about')}</dt>
        <dd>
          {[notice.orderCode !== null && t('code', { code: notice.orderCode }), notice.incidentNumber]
            .filter(Boolean)
            .join(' · ')}
          <br />
          {t(notice.missedDueAt ? 'paper.notice.missed.line' : 'paper.notice.missed.untimed', {
            what,
            time: when(notice.missedDueAt),
          })}
        </dd>
        <dt>{t('paper.notice.demand')}</dt>
        <dd className="written">{notice.demand}</dd>
      </dl>
      <Course notice={notice} />
    </>
  );
}
