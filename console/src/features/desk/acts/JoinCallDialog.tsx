import { CALL_CHANNELS, type IncidentView } from '@liandong/shared/incident';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallChannel } from '../../intake/draft';
import { useWrite } from '../use-write';
import { ActForm } from './ActForm';

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

interface Props {
  incident: IncidentView;
  /** What was already typed behind the command. */
  text: string;
  onClose: () => void;
}

/** 又一来电: another caller about the same event; his call keeps its own number. */
export function JoinCallDialog({ incident, text, onClose }: Props) {
  const { t } = useTranslation(['acts', 'intake', 'signs']);
  const [channel, setChannel] = useState<CallChannel>('110');
  const [phone, setPhone] = useState('');
  const [name, setName] = useState('');
  const [narrative, setNarrative] = useState(text);
  const [place, setPlace] = useState('');
  const { busy, problem, clientId, run } = useWrite(incident.id);
  const submit = async (): Promise<void> => {
    const body = {
      channel,
      narrative: narrative.trim(),
      callerPhone: filled(phone),
      callerName: filled(name),
      placeText: filled(place),
      clientId: clientId.current,
    };
    if (await run('joinCall', { params: { id: incident.id }, body }, t('acts:call.done'))) onClose();
  };
  return (
    <ActForm
      title={t('acts:title.call')}
      submit={t('acts:save')}
      ready={narrative.trim().length >= 2}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="row three">
        <label>
          {t('intake:channel')}
          <select
            className="field"
            value={channel}
            onChange={(event) => setChannel(event.target.value as CallChannel)}
            data-testid="call-channel"
          >
            {CALL_CHANNELS.map((each) => (
              <option key={each} value={each}>
                {t(`signs:source.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('intake:phone')}
          <input
            className="field num"
            inputMode="tel"
            value={phone}
            maxLength={20}
            data-testid="call-phone"
            onChange={(event) => setPhone(event.target.value)}
          />
        </label>
        <label>
          {t('intake:callerName')}
          <input className="field" value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
        </label>
      </div>
      <label>
        {t('acts:call.narrative')}
        <textarea
          className="field"
          rows={4}
          maxLength={2000}
          data-first-focus
          value={narrative}
          data-testid="call-narrative"
          onChange={(event) => setNarrative(event.target.value)}
        />
      </label>
      <label>
        {t('acts:call.place')}
        <input className="field" value={place} maxLength={200} onChange={(event) => setPlace(event.target.value)} />
      </label>
    </ActForm>
  );
}
