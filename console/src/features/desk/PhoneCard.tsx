import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { Dialog } from '../../ui/Dialog';
import { formatMinute } from '../../ui/time';
import { showPhones } from './desk-state';

/** Posts in the order one rings them. */
const POSTS = ['commander', 'deputy', 'liaison', 'leader_in_charge'] as const;

/** A team's phones: who is on duty, the alarm line, then the posts. */
export function PhoneCard({ code }: { code: string }) {
  const { t } = useTranslation(['desk', 'signs']);
  const { data: team, isError } = useAnswer('getTeam', { params: { code } });
  const lines =
    team === undefined
      ? []
      : [
          ...(team.onDuty === null
            ? []
            : [[t('desk:onDutyUntil', { at: formatMinute(team.onDuty.until) }), team.onDuty.name, team.onDuty.phone]]),
          [t('desk:alarmLine'), team.shortName, team.alarmPhone],
          ...POSTS.flatMap((post) =>
            team.members.filter((m) => m.post === post).map((m) => [t(`signs:post.${post}`), m.name, m.phone]),
          ),
        ];
  return (
    <Dialog title={`${code} ${team?.name ?? ''}`} onClose={() => showPhones(null)}>
      <div className="body" data-testid="phone-card">
        {isError && <p>! {t('desk:noSuchTeam', { code })}</p>}
        {team?.onDuty === null && <p className="wrong">! {t('desk:nobodyOnDuty')}</p>}
        <table className="phones">
          <tbody>
            {lines.map(([what, who, phone]) => (
              <tr key={`${what}${phone}`}>
                <th scope="row">{what}</th>
                <td>{who}</td>
                <td>
                  <a className="num" href={`tel:${phone}`}>
                    {phone}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
