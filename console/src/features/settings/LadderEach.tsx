import type { EachAnswers } from '@liandong/shared/ladder';
import { Checkbox, InputNumber, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';
import type { DraftEach } from './ladder-draft.rules';
import { contactWord } from './ladder-words';

/** What 逐人确认 begins with (本县约定): the two who answer for a team, three times, two minutes apart. */
const BEGIN: DraftEach = { who: ['onDuty', 'commander'], channels: ['voice'], minutes: 2, rounds: 3 };
const WHO: readonly EachAnswers['who'][number][] = ['onDuty', 'commander', 'deputy', 'liaison'];
const WAYS: readonly EachAnswers['channels'][number][] = ['sms', 'voice'];

interface Props {
  each: DraftEach | null;
  onChange: (each: DraftEach | null) => void;
}

function EachFields({ each, onChange }: { each: DraftEach; onChange: (each: DraftEach) => void }) {
  const { t } = useTranslation(['settings', 'signs']);
  return (
    <>
      <Checkbox.Group
        aria-label={t('settings:ladder.eachWho')}
        value={each.who}
        options={WHO.map((value) => ({ value, label: contactWord(value) }))}
        onChange={(chosen) => onChange({ ...each, who: WHO.filter((who) => chosen.includes(who)) })}
        data-testid="each-who"
      />
      <Checkbox.Group
        aria-label={t('settings:ladder.eachBy')}
        value={each.channels}
        options={WAYS.map((value) => ({ value, label: t(`signs:channel.${value}`) }))}
        onChange={(chosen) => onChange({ ...each, channels: WAYS.filter((way) => chosen.includes(way)) })}
        data-testid="each-channels"
      />
      <div className="setting-row">
        <Field label={t('settings:ladder.eachEvery')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={60}
              value={each.minutes}
              onChange={(minutes) => onChange({ ...each, minutes })}
              data-testid="each-minutes"
            />
          )}
        </Field>
        <Field label={t('settings:ladder.eachRounds')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={10}
              precision={0}
              value={each.rounds}
              onChange={(rounds) => onChange({ ...each, rounds })}
              data-testid="each-rounds"
            />
          )}
        </Field>
      </div>
    </>
  );
}

/** 逐人确认: who is called again and again until he answers himself, whoever else did. */
export function LadderEach({ each, onChange }: Props) {
  const { t } = useTranslation('settings');
  return (
    <fieldset className="setting-card ladder-round">
      <legend>{t('ladder.each')}</legend>
      <div className="setting-row">
        <Switch
          aria-label={t('ladder.each')}
          checked={each !== null}
          onChange={(on) => onChange(on ? BEGIN : null)}
          data-testid="each-on"
        />
        <span className="quiet">{t('ladder.eachHint')}</span>
      </div>
      {each !== null && <EachFields each={each} onChange={onChange} />}
    </fieldset>
  );
}
