import type { MemberView, TeamDetail } from '@liandong/shared/team';
import { Button, Checkbox, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { formatDate } from '../../ui/time';
import { LeaveForm } from './LeaveForm';
import { MemberForm } from './MemberForm';
import { useRegisterSave } from './use-register-save';
import { Numbers, useSpecialty } from './words';

type Act = { kind: 'edit' | 'leave' | 'move' | 'back'; member: MemberView } | { kind: 'add' };

const fits = (member: MemberView, words: string): boolean =>
  [member.name, member.phone, ...member.morePhones.map((more) => more.phone)].join(' ').includes(words.trim());

function Actions({ member, onAct }: { member: MemberView; onAct: (act: Act) => void }) {
  const { t } = useTranslation('register');
  const { may } = useSession();
  const button = (kind: 'edit' | 'leave' | 'move' | 'back', word: string) => (
    <Button size="small" onClick={() => onAct({ kind, member })} data-testid={`member-${kind}-${member.name}`}>
      {word}
    </Button>
  );
  if (member.retiredAt !== null) return button('back', t('member.back'));
  return (
    <span className="row-actions">
      {button('edit', t('edit'))}
      {may('register.edit') && button('move', t('member.move'))}
      {button('leave', t('member.leave'))}
    </span>
  );
}

function Acting({ team, act, onClose }: { team: TeamDetail; act: Act; onClose: () => void }) {
  const { t } = useTranslation('register');
  const { save } = useRegisterSave('restoreMember');
  if (act.kind === 'add') return <MemberForm team={team} member={null} onClose={onClose} />;
  const { member } = act;
  if (act.kind === 'edit') return <MemberForm team={team} member={member} onClose={onClose} />;
  if (act.kind !== 'back') return <LeaveForm team={team} member={member} how={act.kind} onClose={onClose} />;
  return (
    <ReasonDialog
      title={t('member.backTitle', { name: member.name })}
      label={t('reason')}
      onDone={(reason) => save({ params: { id: member.id }, body: { reason } })}
      onClose={onClose}
    />
  );
}

/** The people of a team with every number, posts first. */
export function MembersTab({ team, onHistory }: { team: TeamDetail; onHistory: (memberId: string) => void }) {
  const { t } = useTranslation(['register', 'signs']);
  const editable = useSession().may('register.editOwn') && team.retiredAt === null;
  const specialty = useSpecialty();
  const [former, setFormer] = useState(false);
  const [words, setWords] = useState('');
  const [act, setAct] = useState<Act | null>(null);
  const people = (former ? [...team.members, ...team.formerMembers] : team.members).filter((one) => fits(one, words));
  return (
    <div className="settings-tab">
      <div className="setting-row">
        <b>{t('register:member.count', { count: team.members.length })}</b>
        <Input.Search
          allowClear
          style={{ width: 220 }}
          placeholder={t('register:member.search')}
          aria-label={t('register:member.search')}
          value={words}
          onChange={(e) => setWords(e.target.value)}
        />
        {team.formerMembers.length > 0 && (
          <Checkbox checked={former} onChange={(event) => setFormer(event.target.checked)}>
            {t('register:member.former')}
          </Checkbox>
        )}
        <span className="spacer" />
        {editable && (
          <Button type="primary" onClick={() => setAct({ kind: 'add' })} data-testid="member-add">
            {t('register:member.add')}
          </Button>
        )}
      </div>
      <Table<MemberView>
        rowKey="id"
        size="small"
        pagination={false}
        dataSource={people}
        locale={{ emptyText: t('register:member.none') }}
        rowClassName={(member) => (member.retiredAt === null ? '' : 'row-retired')}
        columns={[
          { title: t('register:field.post'), width: 96, render: (_, member) => t(`signs:post.${member.post}`) },
          {
            title: t('register:field.memberName'),
            width: 170,
            render: (_, member) => (
              <>
                {member.name}
                {member.retiredAt !== null && (
                  <small className="faint"> ○ {t('register:member.left', { day: formatDate(member.retiredAt) })}</small>
                )}
              </>
            ),
          },
          { title: t('register:field.phone'), render: (_, member) => <Numbers member={member} /> },
          {
            title: t('register:field.specialty'),
            width: 130,
            render: (_, member) => (member.specialty ? specialty(member.specialty) : '—'),
          },
          { title: t('register:field.note'), width: 160, render: (_, member) => member.note || '—' },
          {
            title: <span className="visually-hidden">{t('register:edit')}</span>,
            width: 260,
            render: (_, member) => (
              <span className="row-actions">
                {editable && <Actions member={member} onAct={setAct} />}
                <Button size="small" type="text" onClick={() => onHistory(member.id)}>
                  {t('register:member.history')}
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
