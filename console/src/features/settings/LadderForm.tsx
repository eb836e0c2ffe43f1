import { EditLadder, type Ladder } from '@liandong/shared/ladder';
import { Alert, Button, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LadderEach } from './LadderEach';
import { LadderRound } from './LadderRound';
import {
  type DraftRound,
  draftOf,
  type LadderDraft,
  ladderFaults,
  ladderOf,
  MOST_ROUNDS,
  silentStart,
  withRound,
} from './ladder-draft.rules';
import { LadderWords } from './ladder-words';
import { ReasonField } from './ReasonField';
import { SaveButton } from './SaveButton';
import { useSave } from './use-save';

const FORM = 'ladder-form';

interface Props {
  scope: string;
  name: string;
  begin: Ladder;
  onClose: () => void;
}

interface RoundsProps {
  draft: LadderDraft;
  onChange: (draft: LadderDraft) => void;
}

/** The rounds one after another. */
function Rounds({ draft, onChange }: RoundsProps) {
  const { t } = useTranslation('settings');
  const { rounds } = draft;
  const change = (changed: DraftRound): void =>
    onChange({ ...draft, rounds: rounds.map((round) => (round.id === changed.id ? changed : round)) });
  const remove = (id: number): void => onChange({ ...draft, rounds: rounds.filter((round) => round.id !== id) });
  return (
    <>
      {rounds.map((round, index) => (
        <LadderRound
          key={round.id}
          round={round}
          no={index + 1}
          onChange={change}
          onRemove={index === 0 ? undefined : () => remove(round.id)}
        />
      ))}
      <div className="setting-row">
        <Button
          disabled={rounds.length >= MOST_ROUNDS}
          onClick={() => onChange(withRound(draft))}
          data-testid="ladder-more"
        >
          {t('ladder.more')}
        </Button>
      </div>
    </>
  );
}

/** What is missing, and what may be meant otherwise. */
function Warnings({ draft }: { draft: LadderDraft }) {
  const { t } = useTranslation('settings');
  return (
    <>
      {ladderFaults(draft).map((fault) => (
        <Alert key={fault} type="error" showIcon title={t(`ladder.fault.${fault}`)} data-testid="ladder-fault" />
      ))}
      {silentStart(draft) && <Alert type="warning" showIcon title={t('ladder.silent')} />}
    </>
  );
}

/** A ladder as somebody wants it, read back in plain words, saved with a reason. */
export function LadderForm({ scope, name, begin, onClose }: Props) {
  const { t } = useTranslation('settings');
  const [draft, setDraft] = useState(() => draftOf(begin));
  const [reason, setReason] = useState('');
  const { save, busy, problem } = useSave('editLadder', ['listLadders'], onClose);
  const ladder = ladderOf(draft);
  const body = EditLadder.safeParse({ ladder, reason }).data;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (body !== undefined) save({ params: { scope }, body });
  };
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={t('ladder.editTitle', { name })}
      extra={<SaveButton form={FORM} ready={body !== undefined} busy={busy} />}
    >
      <form id={FORM} className="setting-form" onSubmit={submit} data-testid="ladder-form">
        {ladder !== undefined && (
          <section className="setting-card ladder-preview" aria-live="polite" data-testid="ladder-preview">
            <LadderWords ladder={ladder} />
          </section>
        )}
        <Warnings draft={draft} />
        <Rounds draft={draft} onChange={setDraft} />
        <LadderEach each={draft.each} onChange={(each) => setDraft({ ...draft, each })} />
        <ReasonField reason={reason} onChange={setReason} />
        {problem !== null && <Alert type="error" showIcon title={t('refused')} description={problem} />}
      </form>
    </Drawer>
  );
}
