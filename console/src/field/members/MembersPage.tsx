import type { Me } from '@liandong/shared/auth';
import type { TeamRegister } from '@liandong/shared/register';
import type { MemberView, VehicleView } from '@liandong/shared/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMinute } from '../../ui/time';
import { PaperBar } from '../PaperBar';
import { useOnline } from '../use-online';
import { MemberSheet } from './MemberSheet';
import './members.css';
import { useOwnTeam } from './own-team';
import { TeamPart } from './TeamPart';
import { TeamSheet } from './TeamSheet';
import { VehicleSheet } from './VehicleSheet';

function Calls({ member }: { member: MemberView }) {
  const { t } = useTranslation('register');
  return (
    <div className="member-calls">
      {[{ phone: member.phone, label: '' }, ...member.morePhones].map(({ phone, label }) => {
        const fact = member.verified.find((one) => one.phone === phone);
        return (
          <a
            key={phone}
            className="tel"
            href={`tel:${phone}`}
            aria-label={`${t('field_app.call')} ${member.name} ${phone}`}
          >
            <span className="num">{phone}</span>
            {label && <small className="quiet">{label}</small>}
            {fact && <small className="met">{t('phones.verified', { day: formatDate(fact.at).slice(5) })}</small>}
          </a>
        );
      })}
    </div>
  );
}

function Row({ member, onEdit }: { member: MemberView; onEdit: () => void }) {
  const { t } = useTranslation(['register', 'signs']);
  return (
    <li data-testid={`member-${member.name}`}>
      <div className="member-who">
        <b>{member.name}</b>
        <span className="quiet">{t(`signs:post.${member.post}`)}</span>
        <button type="button" className="small" onClick={onEdit} data-testid={`member-edit-${member.name}`}>
          {t('register:edit')}
        </button>
      </div>
      <Calls member={member} />
    </li>
  );
}

function People({ team, onEdit }: { team: TeamRegister; onEdit: (member: MemberView) => void }) {
  const { t } = useTranslation('register');
  const [words, setWords] = useState('');
  const found = team.members.filter((one) =>
    [one.name, one.phone, ...one.morePhones.map((more) => more.phone)].join(' ').includes(words.trim()),
  );
  return (
    <>
      <input
        className="field"
        type="search"
        placeholder={t('field_app.search')}
        aria-label={t('field_app.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {found.length === 0 && <p className="quiet">{t('field_app.none')}</p>}
      <ul className="member-list">
        {found.map((member) => (
          <Row key={member.id} member={member} onEdit={() => onEdit(member)} />
        ))}
      </ul>
    </>
  );
}

function Strength({ team }: { team: TeamRegister }) {
  const { t } = useTranslation(['register', 'teams']);
  const gap = team.minimumStrength - team.strength;
  return (
    <p className="quiet">
      {t('register:field.strength')}{' '}
      <span className="num">
        {team.strength} / {team.minimumStrength}
      </span>{' '}
      {gap > 0 && <b className="near">! {t('teams:short', { count: gap })}</b>}
      {team.commander === null && <b className="near"> {t('register:noCommander')}</b>}
    </p>
  );
}

/** What is being changed: one thing at a time. */
type Editing = { member: MemberView | null } | { vehicle: VehicleView | null } | 'team';

interface SheetProps {
  team: TeamRegister;
  editing: Editing;
  onClose: () => void;
  onDone: (warnings: string[]) => void;
}

function EditSheet({ editing, ...props }: SheetProps) {
  if (editing === 'team') return <TeamSheet {...props} />;
  return 'member' in editing ? (
    <MemberSheet {...props} member={editing.member} />
  ) : (
    <VehicleSheet {...props} vehicle={editing.vehicle} />
  );
}

/** The leader's own team: everybody with every number, a tap calls; people, vehicles, line and address are kept up here. */
export function MembersPage({ me }: { me: Me }) {
  const { t } = useTranslation(['register', 'field']);
  const online = useOnline();
  const { data, error } = useOwnTeam(me.teamCode ?? '');
  const [editing, setEditing] = useState<Editing | null>(null);
  const [said, setSaid] = useState<string[] | null>(null);
  const team = data?.team;
  const done = (warnings: string[]): void => {
    setEditing(null);
    setSaid(warnings);
  };
  return (
    <>
      <PaperBar title={t('register:field_app.heading')} fallback={{ name: 'orders' }} />
      <div className="paper-body" data-testid="field-members">
        {(!online || error !== null) && data && (
          <p className="note near">{t('register:field_app.offline', { at: formatMinute(data.at) })}</p>
        )}
        {!team && <p className="quiet">{t(error ? 'field:signIn.offline' : 'field:loading')}</p>}
        {said !== null && (
          <p className="note" role="status">
            ✓ {[t('register:field_app.saved'), ...said].join(' · ')}
          </p>
        )}
        {team && (
          <>
            <TeamPart
              team={team}
              onEdit={() => setEditing('team')}
              onVehicle={(vehicle) => setEditing({ vehicle: vehicle === 'new' ? null : vehicle })}
            />
            <Strength team={team} />
            <People team={team} onEdit={(member) => setEditing({ member })} />
          </>
        )}
      </div>
      {team && (
        <footer className="report-bar">
          <button type="button" className="big" onClick={() => setEditing({ member: null })} data-testid="member-add">
            + {t('register:field_app.add')}
          </button>
        </footer>
      )}
      {team && editing !== null && (
        <EditSheet team={team} editing={editing} onClose={() => setEditing(null)} onDone={done} />
      )}
    </>
  );
}
