import { CALL_CHANNELS } from '@liandong/shared/incident';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../api/client';
import { REGISTER, useAnswer } from '../../api/query';
import { type KeyMap, useKeys } from '../../ui/keys';
import { closePanel } from '../desk/desk-state';
import { CallerHistory } from './CallerHistory';
import { acceptable, asPlace, compose, joinable, PROPOSAL_KEYS } from './compose.rules';
import { Duplicates } from './Duplicates';
import { type CallChannel, change, clearDraft, isBlank, useDraft } from './draft';
import { fileCall } from './file-call';
import { joinCall } from './join-call';
import { PlaceChoice } from './PlaceChoice';
import { TypeChoice } from './TypeChoice';
import { useProposal } from './use-proposal';
import './panel.css';
import './intake.css';

/** A call is taken here: one text, everything else is proposed. Without the mouse: F2, type, Ctrl+Shift+Enter. */
export function IntakePanel() {
  const { t } = useTranslation(['intake', 'signs']);
  const draft = useDraft();
  const proposal = useProposal(draft);
  const { data: types } = useAnswer('listIncidentTypes', undefined, REGISTER);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const narrative = useRef<HTMLTextAreaElement>(null);
  useEffect(() => narrative.current?.focus(), []);

  const allTypes = types?.items ?? [];
  const composed = compose(draft, proposal, allTypes);
  const showWrong = (problem: ApiProblem | null): void =>
    setWrong(Object.fromEntries((problem?.problem.fields ?? []).map((field) => [field.path, field.message])));
  const file = async (dispatching: boolean): Promise<void> => {
    showWrong(await fileCall(allTypes, dispatching));
  };
  const onTab = (event: KeyboardEvent): void => {
    const accepted = event.key === 'Tab' && !event.shiftKey ? acceptable(draft, proposal) : null;
    if (accepted === null) return;
    event.preventDefault();
    change(accepted);
  };
  const proposals = [
    ...(proposal?.types ?? []).map((type) => () => change({ typeCode: type.code, severity: type.severity })),
    ...(proposal?.places ?? []).map((place) => () => change({ place: asPlace(place) })),
  ];
  const same = joinable(proposal);
  const join = async (incidentId: string): Promise<void> => showWrong(await joinCall(incidentId, composed));
  const byNumber: KeyMap = Object.fromEntries([
    ...proposals.slice(0, PROPOSAL_KEYS).map((take, i) => [`alt+${i + 1}`, take] as const),
    ...same.map((each, i) => [`alt+${PROPOSAL_KEYS + i + 1}`, () => void join(each.incidentId)] as const),
  ]);
  useKeys(
    {
      ...byNumber,
      Escape: closePanel,
      F2: () => narrative.current?.focus(),
      'ctrl+Enter': () => void file(false),
      'ctrl+shift+Enter': () => void file(true),
    },
    { exclusive: true },
  );

  return (
    <section className="panel intake" aria-label={t('intake:heading')} data-testid="intake-panel">
      <header>
        <b>{t('intake:heading')}</b>
        <span className="spacer" />
        {!isBlank(draft) && (
          <button type="button" className="btn ghost" onClick={clearDraft}>
            {t('intake:clear')}
          </button>
        )}
        <button type="button" className="btn ghost" onClick={closePanel}>
          {t('intake:later')} <kbd>Esc</kbd>
        </button>
      </header>
      <div className="panel-body">
        <div className="caller">
          <label>
            {t('intake:channel')}
            <select
              className="field"
              value={draft.channel}
              data-testid="intake-channel"
              onChange={(event) => change({ channel: event.target.value as CallChannel })}
            >
              {CALL_CHANNELS.map((channel) => (
                <option key={channel} value={channel}>
                  {t(`signs:source.${channel}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('intake:phone')}
            <input
              className="field num"
              inputMode="tel"
              value={draft.phone}
              maxLength={20}
              data-testid="intake-phone"
              aria-invalid={wrong.callerPhone !== undefined}
              onChange={(event) => change({ phone: event.target.value })}
            />
          </label>
          <label>
            {t('intake:callerName')}
            <input
              className="field"
              value={draft.callerName}
              maxLength={40}
              data-testid="intake-caller-name"
              onChange={(event) => change({ callerName: event.target.value })}
            />
          </label>
        </div>
        {wrong.callerPhone !== undefined && <p className="wrong">! {wrong.callerPhone}</p>}
        <CallerHistory history={proposal?.callerHistory ?? []} />
        <label className="narrative">
          <span>
            {t('intake:narrative')} <span className="faint">{t('intake:narrativeHint')}</span>
          </span>
          <textarea
            ref={narrative}
            className="field"
            rows={5}
            maxLength={2000}
            value={draft.narrative}
            data-testid="intake-narrative"
            aria-invalid={wrong.narrative !== undefined}
            onKeyDown={onTab}
            onChange={(event) => change({ narrative: event.target.value })}
          />
        </label>
        {wrong.narrative !== undefined && <p className="wrong">! {wrong.narrative}</p>}
        <Duplicates duplicates={same} onJoin={(id) => void join(id)} />
        <TypeChoice composed={composed} proposed={proposal?.types ?? []} types={allTypes} />
        <PlaceChoice composed={composed} proposed={proposal?.places ?? []} offset={proposal?.types.length ?? 0} />
        <label className="drill">
          <input type="checkbox" checked={draft.drill} onChange={(event) => change({ drill: event.target.checked })} />
          {t('intake:drill')}
        </label>
      </div>
      <footer>
        <button type="button" className="btn" onClick={() => void file(false)} data-testid="intake-save">
          {t('intake:save')} <kbd>Ctrl Enter</kbd>
        </button>
        <button
          type="button"
          className="btn primary"
          onClick={() => void file(true)}
          data-testid="intake-save-dispatch"
        >
          {t('intake:saveDispatch')} <kbd>Ctrl Shift Enter</kbd>
        </button>
      </footer>
    </section>
  );
}
