import type { ExpertCallView } from '@liandong/shared/expert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { colon } from '../../i18n/punctuation';
import { useNow } from '../../ui/clock';
import { formatInstant, formatMinute, formatSpan } from '../../ui/time';
import { arrivalOf, CALL_SIGNS, callState } from './forces.rules';
import { TakeAnswer } from './TakeAnswer';
import './forces.css';

const TONES = { waiting: '', chased: 'chased', coming: 'answered', advising: 'answered', cannot: 'cannot' } as const;
const COLOURS = {
  waiting: 'quiet',
  chased: 'forces-near',
  coming: 'forces-met',
  advising: 'forces-met',
  cannot: 'quiet',
};

function State({ call }: { call: ExpertCallView }) {
  const { t } = useTranslation('forces');
  const now = useNow();
  const state = callState(call);
  const arrival = arrivalOf(call);
  return (
    <>
      <b className={COLOURS[state]} data-testid="expert-call-state">
        {CALL_SIGNS[state]} {t(`call.${state}`)}
      </b>
      {arrival !== null && (
        <span className="num">{t('call.eta', { minutes: call.etaMinutes, at: formatMinute(arrival) })}</span>
      )}
      {call.answer === null && (
        <span className="faint num">
          {t('call.since', { span: formatSpan(Math.max(0, (now - Date.parse(call.askedAt)) / 1000)) })}
        </span>
      )}
      {call.source !== null && <span className="faint">{t(`call.by.${call.source}`)}</span>}
    </>
  );
}

function Call({ call, withIncident }: { call: ExpertCallView; withIncident: boolean }) {
  const { t } = useTranslation('forces');
  const [taking, setTaking] = useState(false);
  const mayTake = useSession().may('expert.call');
  return (
    <li className={TONES[callState(call)]} data-testid={`expert-call-${call.expertName}`}>
      <div className="head">
        <b>{call.expertName}</b>
        <span className="quiet">{t(`categories.${call.category}`)}</span>
        <a className="num" href={`tel:${call.phone}`}>
          {call.phone}
        </a>
        <State call={call} />
        <span className="spacer" />
        {mayTake && (
          <button type="button" className="btn ghost" onClick={() => setTaking(!taking)} data-testid="expert-take">
            {t('call.take')}
          </button>
        )}
      </div>
      <div className="say">
        <time className="num faint">{formatInstant(call.askedAt)}</time> {call.drill && <b>[{t('call.drillTag')}] </b>}
        {withIncident && call.incidentNumber !== null && <span className="num">{call.incidentNumber} </span>}
        {call.place}
        {colon()}
        {call.task} <span className="faint">— {call.askedBy}</span>
        {call.words !== '' && <div>“{call.words}”</div>}
      </div>
      {taking && <TakeAnswer call={call} onDone={() => setTaking(false)} />}
    </li>
  );
}

/** Who was asked, what for, and what each answered; who is silent stands out. */
export function ExpertCalls({
  calls,
  withIncident = false,
}: {
  calls: readonly ExpertCallView[];
  withIncident?: boolean;
}) {
  return (
    <ul className="expert-calls" aria-live="polite" data-testid="expert-calls">
      {calls.map((call) => (
        <Call key={call.id} call={call} withIncident={withIncident} />
      ))}
    </ul>
  );
}
