import { Alert, Descriptions, Drawer, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useNow } from '../../ui/clock';
import { formatDay, formatMinute } from '../../ui/time';
import { PhoneFlags } from '../messages/PhoneFlags';
import { Numbers, useSpecialty } from '../register/words';
import { Strength } from './Strength';

function Phone({ number }: { number: string }) {
  return (
    <span className="num">
      {number}
      <PhoneFlags phone={number} />
    </span>
  );
}

/** One team: its people and its roster. */
export function TeamDrawer({ code, onClose }: { code: string | null; onClose: () => void }) {
  const { t, i18n } = useTranslation(['teams', 'register', 'signs', 'app']);
  const {
    data: team,
    error,
    isPending,
  } = useAnswer('getTeam', { params: { code: code ?? '' } }, { enabled: code !== null });
  const now = useNow();
  const specialty = useSpecialty();
  const day = (at: string): string => `${formatDay(at, i18n.language === 'en' ? 'en' : 'zh')} ${formatMinute(at)}`;
  return (
    <Drawer
      open={code !== null}
      onClose={onClose}
      size={620}
      title={`${code ?? ''} ${team?.name ?? ''}`}
      loading={isPending}
      extra={
        <Link to={`/teams/${code ?? ''}`} data-testid="team-open">
          {t('register:open')} →
        </Link>
      }
    >
      {error !== null && <Alert type="error" showIcon title={problemText(error, t('app:offline'))} />}
      {team !== undefined && (
        <div data-testid="team-drawer">
          <Descriptions
            size="small"
            column={1}
            items={[
              { key: 'd', label: t('teams:department'), children: team.leadDepartment },
              { key: 's', label: t('teams:specialties'), children: team.specialties.map(specialty).join(' · ') || '—' },
              { key: 'b', label: t('teams:base'), children: team.townshipName },
              { key: 'n', label: t('teams:strength'), children: <Strength team={team} /> },
              { key: 'a', label: t('teams:alarmPhone'), children: <Phone number={team.alarmPhone} /> },
            ]}
          />
          <h3 className="drawer-heading">{t('teams:duty')}</h3>
          <Table
            rowKey={(shift) => shift.startsAt + shift.phone}
            size="small"
            pagination={{ pageSize: 7, hideOnSinglePage: true, showSizeChanger: false }}
            dataSource={team.duty}
            rowClassName={(shift) =>
              Date.parse(shift.startsAt) <= now && now < Date.parse(shift.endsAt) ? 'duty-now' : ''
            }
            columns={[
              { title: t('teams:from'), render: (_, shift) => <span className="num">{day(shift.startsAt)}</span> },
              { title: t('teams:to'), render: (_, shift) => <span className="num">{day(shift.endsAt)}</span> },
              { title: t('teams:person'), dataIndex: 'name' },
              { title: t('teams:phone'), render: (_, shift) => <Phone number={shift.phone} /> },
            ]}
          />
          <h3 className="drawer-heading">
            {t('teams:members')} {team.members.length}
          </h3>
          <Table
            rowKey="id"
            size="small"
            pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
            dataSource={team.members}
            columns={[
              { title: t('teams:post'), render: (_, member) => t(`signs:post.${member.post}`) },
              { title: t('teams:person'), dataIndex: 'name' },
              { title: t('teams:phone'), render: (_, member) => <Numbers member={member} /> },
              {
                title: t('teams:specialty'),
                render: (_, member) => (member.specialty ? specialty(member.specialty) : '—'),
              },
            ]}
          />
        </div>
      )}
    </Drawer>
  );
}
