import { CHANNELS, LINES, MESSAGE_PURPOSES, MESSAGE_STATES } from '@liandong/shared/message';
import { DatePicker, Input, type InputRef, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { useKeys } from '../../ui/keys';
import { useDebounced } from '../../ui/use-debounced';
import type { Filters } from './filter.rules';

interface Props {
  filters: Filters;
  onChange: (part: Partial<Filters>) => void;
}
const DAY = 'YYYY-MM-DD';
/** Words rest this long before the server is asked. */
const REST_MS = 300;

/** Words are asked for once they rest; an address that changes by itself (a link) is taken over. */
function Words({ filters, onChange }: Props) {
  const { t } = useTranslation('messages');
  const [words, setWords] = useState(filters.q);
  const rested = useDebounced(words, REST_MS);
  const input = useRef<InputRef>(null);
  const tell = useRef(onChange);
  tell.current = onChange;
  const asked = useRef(filters.q);
  useEffect(() => {
    if (rested === asked.current) return;
    asked.current = rested;
    tell.current({ q: rested });
  }, [rested]);
  useEffect(() => {
    if (filters.q === asked.current) return;
    asked.current = filters.q;
    setWords(filters.q);
  }, [filters.q]);
  useKeys({ f: () => input.current?.focus() });
  return (
    <Input
      ref={input}
      allowClear
      style={{ width: 230 }}
      maxLength={100}
      placeholder={`${t('search')} F`}
      aria-label={t('search')}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      data-testid="message-search"
    />
  );
}

/** One list to choose from; nothing chosen is all. */
function Choice<T extends string>(props: {
  name: 'state' | 'purpose' | 'channel' | 'line' | 'team';
  all: string;
  value: T | undefined;
  options: readonly { value: T; label: string }[];
  width: number;
  onChange: (value: T | undefined) => void;
}) {
  const { t } = useTranslation('messages');
  return (
    <Select<T>
      allowClear
      showSearch={props.name === 'team' ? { optionFilterProp: 'label' } : false}
      style={{ width: props.width }}
      placeholder={props.all}
      aria-label={t(`filter.${props.name}`)}
      value={props.value ?? null}
      onChange={(value) => props.onChange(value ?? undefined)}
      options={[...props.options]}
      data-testid={`message-${props.name}`}
    />
  );
}

/** Words, state, purpose, channel, line, team, period; and which broadcast, when one was opened. */
export function MessageFilters({ filters, onChange }: Props) {
  const { t } = useTranslation(['messages', 'signs']);
  const { may } = useSession();
  const { data: teams } = useAnswer('listTeams', undefined, { ...REGISTER, enabled: may('register.read') });
  const { from, to } = filters;
  return (
    <div className="message-filters">
      <Words filters={filters} onChange={onChange} />
      <Choice
        name="state"
        all={t('messages:anyState')}
        value={filters.state}
        width={116}
        options={MESSAGE_STATES.map((value) => ({ value, label: t(`signs:message.${value}`) }))}
        onChange={(state) => onChange({ state })}
      />
      <Choice
        name="purpose"
        all={t('messages:anyPurpose')}
        value={filters.purpose}
        width={116}
        options={MESSAGE_PURPOSES.map((value) => ({ value, label: t(`signs:purpose.${value}`) }))}
        onChange={(purpose) => onChange({ purpose })}
      />
      <Choice
        name="channel"
        all={t('messages:anyChannel')}
        value={filters.channel}
        width={116}
        options={CHANNELS.map((value) => ({ value, label: t(`signs:channel.${value}`) }))}
        onChange={(channel) => onChange({ channel })}
      />
      <Choice
        name="line"
        all={t('messages:anyLine')}
        value={filters.line}
        width={140}
        options={LINES.map((value) => ({ value, label: t(`signs:line.${value}`) }))}
        onChange={(line) => onChange({ line })}
      />
      <Choice
        name="team"
        all={t('messages:anyTeam')}
        value={filters.team}
        width={150}
        options={(teams?.items ?? []).map((team) => ({ value: team.code, label: `${team.code} ${team.shortName}` }))}
        onChange={(team) => onChange({ team })}
      />
      <DatePicker.RangePicker
        style={{ width: 236 }}
        aria-label={t('messages:filter.period')}
        value={from === undefined || to === undefined ? null : [dayjs(from), dayjs(to)]}
        onChange={(days) => onChange({ from: days?.[0]?.format(DAY), to: days?.[1]?.format(DAY) })}
      />
      {filters.broadcast !== undefined && (
        <button
          type="button"
          className="btn"
          onClick={() => onChange({ broadcast: undefined })}
          data-testid="message-of-broadcast"
        >
          {t('messages:ofBroadcast')} <span aria-hidden="true">✕</span>
        </button>
      )}
    </div>
  );
}
