import type { IncidentView } from '@liandong/shared/incident';
import { UPWARD_STAGES, type UpwardStage } from '@liandong/shared/upward';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { Dialog } from '../../ui/Dialog';
import { uuid } from '../../ui/uuid';
import { shortNumber } from '../desk/words';
import { DraftForm, type Edited } from './DraftForm';
import { sendable } from './upward.rules';
import './upward.css';

/** A fresh draft each time the drawer is opened; what happens meanwhile does not change it under the hands. */
function useFreshDraft(id: string, stage: UpwardStage) {
  const [opening] = useState(uuid);
  return useQuery({
    queryKey: ['draftUpwardReport', opening, stage],
    queryFn: () => call('draftUpwardReport', { params: { id }, query: { stage } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const NOTHING: Edited = { recipient: '', spokenTo: '', text: '' };

interface Props {
  incident: IncidentView;
  stage: UpwardStage;
  onClose: () => void;
}

/** 上报: the draft from what is known, edited, and registered as sent. */
export function UpwardDrawer({ incident, stage: first, onClose }: Props) {
  const { t } = useTranslation(['upward', 'signs', 'app']);
  const [stage, setStage] = useState(first);
  const possible = sendable(incident.status);
  const [edited, setEdited] = useState<Partial<Record<UpwardStage, Edited>>>({});
  const { data, error } = useFreshDraft(incident.id, stage);
  const drafted = data === undefined ? NOTHING : { ...NOTHING, recipient: data.recipient, text: data.text };
  return (
    <Dialog title={`${t('upward:heading')} · ${shortNumber(incident.number)}`} onClose={onClose} width={620}>
      <div className="body drawer" data-testid="upward-drawer">
        <div className="stages" role="radiogroup" aria-label={t('upward:stage')}>
          {UPWARD_STAGES.map((each) => (
            // biome-ignore lint/a11y/useSemanticElements: a radio that looks like a tab
            <button
              key={each}
              type="button"
              role="radio"
              aria-checked={stage === each}
              className={stage === each ? 'btn on' : 'btn ghost'}
              disabled={!possible.includes(each)}
              title={
                possible.includes(each) ? undefined : t(each === 'final' ? 'upward:afterClosing' : 'upward:useFinal')
              }
              data-testid={`stage-${each}`}
              onClick={() => setStage(each)}
            >
              {t(`signs:upward.${each}`)}
            </button>
          ))}
        </div>
        {error !== null && (
          <p className="wrong" role="alert">
            ! {problemText(error, t('app:offline'))}
          </p>
        )}
        {data === undefined && error === null ? (
          <p className="quiet">{t('upward:drafting')}</p>
        ) : (
          <DraftForm
            key={stage}
            incidentId={incident.id}
            stage={stage}
            form={edited[stage] ?? drafted}
            onEdit={(form) => setEdited({ ...edited, [stage]: form })}
            onClose={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}
