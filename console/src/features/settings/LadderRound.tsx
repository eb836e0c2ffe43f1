import type { Contact, LadderStep } from '@liandong/shared/ladder';
import { CHANNELS } from '@liandong/shared/message';
import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { contactsLeft, type DraftRound } from './ladder-draft.rules';
import { contactWord } from './ladder-words';

type Send = LadderStep['sends'][number];

interface SendProps {
  send: Send;
  testId: string;
  onChange: (send: Send) => void;
  onRemove: () => void;
}

/** One person of a round and the ways he is reached. */
function SendRow({ send, testId, onChange, onRemove }: SendProps) {
  const { t } = useTranslation(['settings', 'signs']);
  const name = contactWord(send.to);
  return (
    <li className="setting-row">
      <b className="ladder-contact">{name}</b>
      <Checkbox.Group
        aria-label={name}
        value={send.channels}
        options={CHANNELS.map((value) => ({ value, label: t(`signs:channel.${value}`) }))}
        onChange={(chosen) => onChange({ ...send, channels: CHANNELS.filter((channel) => chosen.includes(channel)) })}
        data-testid={testId}
      />
      <span className="spacer" />
      <Button size="small" type="text" onClick={onRemove} aria-label={`${t('settings:ladder.without')} ${name}`}>
        ✕
      </Button>
    </li>
  );
}

interface Props {
  round: DraftRound;
  /** The first is 1. */
  no: number;
  onChange: (round: DraftRound) => void;
  /** undefined: the first, which stays. */
  onRemove: (() => void) | undefined;
}

/** One round of calling: when, whom, how. */
export function LadderRound({ round, no, onChange, onRemove }: Props) {
  const { t } = useTranslation('settings');
  const left = contactsLeft(round);
  const sends = (changed: Send[]): void => onChange({ ...round, sends: changed });
  const add = (to: Contact): void => sends([...round.sends, { to, channels: ['sms', 'voice'] }]);
  return (
    <fieldset className="setting-card ladder-round" data-testid={`round-${no}`}>
      <legend>{t('ladder.round', { no })}</legend>
      <div className="setting-row">
        {onRemove === undefined ? (
          <span>{t('ladder.atOnce')}</span>
        ) : (
          <InputNumber
            aria-label={t('ladder.minutes')}
            className="round-minutes"
            min={0.5}
            max={120}
            value={round.minutes}
            onChange={(minutes) => onChange({ ...round, minutes })}
            suffix={t('ladder.minutes')}
            data-testid={`round-minutes-${no}`}
          />
        )}
        <span className="spacer" />
        {onRemove !== undefined && (
          <Button size="small" onClick={onRemove} data-testid={`round-remove-${no}`}>
            {t('ladder.remove')}
          </Button>
        )}
      </div>
      <ul className="ladder-sends">
        {round.sends.map((send) => (
          <SendRow
            key={send.to}
            send={send}
            testId={`round-${no}-${send.to}`}
            onChange={(changed) => sends(round.sends.map((each) => (each.to === changed.to ? changed : each)))}
            onRemove={() => sends(round.sends.filter((each) => each.to !== send.to))}
          />
        ))}
      </ul>
      {left.length > 0 && (
        <Select<Contact | null>
          aria-label={t('ladder.addContact')}
          placeholder={t('ladder.addContact')}
          style={{ width: 160 }}
          value={null}
          onChange={(to) => to && add(to)}
          options={left.map((value) => ({ value, label: contactWord(value) }))}
          data-testid={`round-add-${no}`}
        />
      )}
    </fieldset>
  );
}
