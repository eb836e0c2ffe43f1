import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canLocate, locateNow } from '../position';
import { type CallDraft, type CallLack, hasNoPlace } from './hotline.rules';
import { useTownships } from './townships';

interface Props {
  draft: CallDraft;
  lacks: readonly CallLack[];
  onChange: (draft: CallDraft) => void;
}

/** The press is the consent: this position is read once, and seen before it is sent. */
function Here({ draft, onChange }: Omit<Props, 'lacks'>) {
  const { t } = useTranslation('field');
  const [state, setState] = useState<'idle' | 'locating' | 'failed'>('idle');
  async function locate(): Promise<void> {
    setState('locating');
    const location = await locateNow();
    setState(location ? 'idle' : 'failed');
    if (location) onChange({ ...draft, location });
  }
  if (!canLocate()) return null;
  if (draft.location)
    return (
      <div className="located">
        <span className="met">
          ✓ {t('hotline.located')}{' '}
          <span className="num quiet">
            {draft.location.lon.toFixed(4)}, {draft.location.lat.toFixed(4)}
          </span>
        </span>
        <button type="button" className="small" onClick={() => onChange({ ...draft, location: null })}>
          {t('hotline.dropPlace')}
        </button>
      </div>
    );
  return (
    <>
      <button
        type="button"
        className="small wide"
        disabled={state === 'locating'}
        onClick={() => void locate()}
        data-testid="field-hotline-here"
      >
        {t(state === 'locating' ? 'hotline.locating' : 'hotline.here')}
      </button>
      {state === 'failed' && <p className="problem">{t('hotline.noFix')}</p>}
    </>
  );
}

interface LineProps extends Omit<Props, 'lacks'> {
  name: 'placeText' | 'callerPhone' | 'callerName';
  label: string;
  most: number;
  hint?: string;
}

function Line({ draft, onChange, name, label, most, hint }: LineProps) {
  return (
    <label className="block">
      {label}
      <input
        className="field"
        type={name === 'callerPhone' ? 'tel' : 'text'}
        maxLength={most}
        placeholder={hint}
        value={draft[name]}
        onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
        data-testid={`field-hotline-${name}`}
      />
    </label>
  );
}

function What({ draft, lacks, onChange }: Props) {
  const { t } = useTranslation('field');
  return (
    <label className="block">
      {t('hotline.narrative')}
      <textarea
        className="field"
        rows={3}
        maxLength={2000}
        aria-invalid={lacks.includes('need')}
        placeholder={t('hotline.narrativeHint')}
        value={draft.narrative}
        onChange={(event) => onChange({ ...draft, narrative: event.target.value })}
        data-testid="field-hotline-narrative"
      />
      {lacks.includes('need') && <small className="wrong">! {t('hotline.need')}</small>}
    </label>
  );
}

function Where(props: Omit<Props, 'lacks'>) {
  const { t } = useTranslation('field');
  const townships = useTownships();
  const { draft, onChange } = props;
  return (
    <>
      <Line {...props} name="placeText" label={t('hotline.place')} most={200} hint={t('hotline.placeHint')} />
      <label className="block">
        {t('hotline.township')}
        <select
          className="field"
          value={draft.townshipCode}
          onChange={(event) => onChange({ ...draft, townshipCode: event.target.value })}
          data-testid="field-hotline-township"
        >
          <option value="">{t('hotline.anyTownship')}</option>
          {townships.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Here {...props} />
      {draft.narrative.trim() !== '' && hasNoPlace(draft) && <p className="quiet">{t('hotline.noPlace')}</p>}
    </>
  );
}

/** What is asked of a caller: what happened first, then where, then who. */
export function CallForm(props: Props) {
  const { t } = useTranslation('field');
  return (
    <>
      <What {...props} />
      <Where {...props} />
      <div className="pair">
        <Line {...props} name="callerPhone" label={t('hotline.callerPhone')} most={20} />
        <Line {...props} name="callerName" label={t('hotline.callerName')} most={40} />
      </div>
      {props.lacks.includes('badPhone') && <small className="wrong">! {t('hotline.badPhone')}</small>}
    </>
  );
}
