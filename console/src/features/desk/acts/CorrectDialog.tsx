import type { CorrectedKind, OrderView } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patchOrder } from '../../../live/feed';
import { formatInstant } from '../../../ui/time';
import { fromCountyField, toCountyField } from '../county-time.rules';
import { correctable, correctionOf } from '../order-acts.rules';
import { useWrite } from '../use-write';
import { ActForm } from './ActForm';
import { StepInstant } from './StepInstant';

interface Props {
  order: OrderView;
  title: string;
  onClose: () => void;
}

const standing = (order: OrderView, kind: CorrectedKind): string =>
  correctionOf(order, kind)?.at ?? order.stamps[kind]?.at ?? order.issuedAt;

/** 更正: the instant that counts instead. What was reported stays and is shown beside it. */
export function CorrectDialog({ order, title, onClose }: Props) {
  const { t } = useTranslation(['acts', 'signs']);
  const kinds = correctable(order);
  const [kind, setKind] = useState<CorrectedKind>(kinds.at(-1) ?? 'acknowledged');
  const [at, setAt] = useState(() => toCountyField(standing(order, kind)));
  const [reason, setReason] = useState('');
  const { busy, problem, clientId, run } = useWrite(order.incidentId);
  const occurredAt = fromCountyField(at);
  const moved = occurredAt !== null && toCountyField(occurredAt) !== toCountyField(standing(order, kind));
  const choose = (next: CorrectedKind): void => {
    setKind(next);
    setAt(toCountyField(standing(order, next)));
  };
  const submit = async (): Promise<void> => {
    if (occurredAt === null) return;
    const body = { kind, occurredAt, reason: reason.trim(), clientId: clientId.current };
    if (await run('correctOrder', { params: { id: order.id }, body }, t('acts:correct.done'), patchOrder)) onClose();
  };
  return (
    <ActForm
      title={title}
      submit={t('acts:save')}
      ready={moved && reason.trim().length >= 2}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <StepInstant
        name="correct"
        steps={kinds}
        step={kind}
        onStep={choose}
        label={t('acts:correct.at')}
        at={at}
        wrong={occurredAt === null}
        onAt={setAt}
      />
      <p className="hint">
        {t('acts:correct.reported', {
          at: formatInstant(order.stamps[kind]?.at),
          by: order.stamps[kind]?.by ?? '',
          issued: formatInstant(order.issuedAt),
        })}
      </p>
      <label>
        {t('acts:reason')}
        <input
          className="field"
          value={reason}
          maxLength={500}
          data-testid="correct-reason"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </ActForm>
  );
}
