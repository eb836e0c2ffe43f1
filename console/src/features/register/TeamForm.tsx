import { AddTeam, EditTeam } from '@liandong/shared/register';
import type { TeamDetail } from '@liandong/shared/team';
import { Alert, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveButton } from '../settings/SaveButton';
import { TeamFields } from './TeamFields';
import { changesOf, draftOf, EMPTY_TEAM, newTeamOf, type TeamDraft } from './team-draft.rules';
import { useRegisterSave } from './use-register-save';

const FORM = 'team-form';

interface SheetProps {
  title: string;
  isNew: boolean;
  draft: TeamDraft;
  change: (part: Partial<TeamDraft>) => void;
  ready: boolean;
  busy: boolean;
  problem: string | null;
  onSubmit: () => void;
  onClose: () => void;
}

function TeamSheet({ title, isNew, draft, change, ready, busy, problem, onSubmit, onClose }: SheetProps) {
  const { t } = useTranslation('register');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) onSubmit();
  };
  return (
    <Drawer
      open
      size={680}
      onClose={onClose}
      title={title}
      extra={<SaveButton form={FORM} ready={ready} busy={busy} />}
    >
      <form id={FORM} className="setting-form" onSubmit={submit} data-testid="team-form">
        {problem !== null && <Alert type="error" showIcon title={t('refused')} description={problem} />}
        <TeamFields isNew={isNew} draft={draft} change={change} />
      </form>
    </Drawer>
  );
}

function useDraft(begin: () => TeamDraft) {
  const [draft, setDraft] = useState(begin);
  return { draft, change: (part: Partial<TeamDraft>): void => setDraft((before) => ({ ...before, ...part })) };
}

/** A team the county did not have. */
export function NewTeamForm({ onClose, onDone }: { onClose: () => void; onDone: (code: string) => void }) {
  const { t } = useTranslation('register');
  const fields = useDraft(() => EMPTY_TEAM);
  const { save, busy, problem } = useRegisterSave('addTeam', ({ team }) => onDone(team.code));
  const wanted = AddTeam.safeParse(newTeamOf(fields.draft)).data;
  return (
    <TeamSheet
      {...fields}
      title={t('addTitle')}
      isNew
      ready={wanted !== undefined}
      busy={busy}
      problem={problem}
      onSubmit={() => wanted && save({ body: wanted })}
      onClose={onClose}
    />
  );
}

/** What changes of a team. */
export function EditTeamForm({ team, onClose }: { team: TeamDetail; onClose: () => void }) {
  const { t } = useTranslation('register');
  const [before] = useState(() => draftOf(team));
  const [baseVersion] = useState(team.version);
  const fields = useDraft(() => before);
  const { save, busy, problem } = useRegisterSave('editTeam', onClose);
  const changes = changesOf(before, fields.draft);
  const body = { ...changes, baseVersion, reason: fields.draft.reason };
  const ready = Object.keys(changes).length > 0 && EditTeam.safeParse(body).success;
  return (
    <TeamSheet
      {...fields}
      title={`${t('editTitle')} · ${team.code} ${team.shortName}`}
      isNew={false}
      ready={ready}
      busy={busy}
      problem={problem}
      onSubmit={() => save({ params: { code: team.code }, body })}
      onClose={onClose}
    />
  );
}
