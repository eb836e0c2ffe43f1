import type { BroadcastPreview } from '@liandong/shared/broadcast';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useDebounced } from '../../ui/use-debounced';
import { canPreview, type Draft, toGroups } from './broadcast.rules';
import { yuan } from './costs.rules';

/** The server is asked once typing rests this long. */
const REST_MS = 350;

interface Previewed {
  /** What it would be, of exactly what stands there now. */
  current: BroadcastPreview | undefined;
  /** Characters the server puts around the text (signature), as far as known. */
  around: number;
  busy: boolean;
  error: unknown;
}

/** What the broadcast would be; asked anew whenever the draft rests. */
export function usePreview(draft: Draft): Previewed {
  const asked = JSON.stringify({ groups: toGroups(draft), text: draft.text.trim(), drill: draft.drill });
  const rested = useDebounced(asked, REST_MS);
  const enabled = canPreview(draft, toGroups(draft));
  const body = JSON.parse(rested) as { groups: ReturnType<typeof toGroups>; text: string; drill: boolean };
  const { data, error, isFetching } = useAnswer(
    'previewBroadcast',
    { body },
    { enabled: enabled && body.groups.length > 0, staleTime: 0 },
  );
  const current = enabled && asked === rested && !isFetching ? data : undefined;
  const around = data === undefined ? 0 : Math.max(0, data.text.length - body.text.length);
  return { current, around, busy: enabled && current === undefined && error === null, error: enabled ? error : null };
}

/** To how many, in how many parts, for how much, and the text as it arrives. */
export function Preview({ draft, preview }: { draft: Draft; preview: Previewed }) {
  const { t } = useTranslation(['messages', 'app']);
  const { current, error, busy } = preview;
  return (
    <section aria-live="polite" className="broadcast-preview" data-testid="broadcast-preview">
      <h3>{t('messages:preview')}</h3>
      {error !== null && error !== undefined && (
        <Alert type="error" showIcon title={problemText(error, t('app:offline'))} />
      )}
      {current === undefined && (error === null || error === undefined) && (
        <p className="quiet">{t(busy ? 'messages:previewBusy' : 'messages:previewNothing')}</p>
      )}
      {current !== undefined && (
        <>
          <p>
            <b>
              {t('messages:previewOf', {
                numbers: current.numbers,
                parts: current.parts,
                cost: yuan(Math.round(current.costFen)),
              })}
            </b>
          </p>
          {current.unreachable > 0 && (
            <p className="warn">! {t('messages:previewUnreachable', { count: current.unreachable })}</p>
          )}
          {current.numbers === current.unreachable && <p className="warn">! {t('messages:previewNobody')}</p>}
          {draft.text.trim() !== '' && <blockquote>{current.text}</blockquote>}
        </>
      )}
    </section>
  );
}
