import type { OrderView } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patchOrder } from '../../../live/feed';
import { presentSecond } from '../../../ui/clock';
import { formatInstant } from '../../../ui/time';
import { fromCountyField, toCountyField } from '../county-time.rules';
import type { Step } from '../order.rules';
import { fillable } from '../order-acts.rules';
import { useWrite } from '../use-write';
import { ActForm } from './ActForm';
import { StepInstant } from './StepInstant';

interface Props {
  order: OrderView;
  title: string;
  onClose: () => void;
}

/** 补报: a step written down afterwards, with the instant it happened at; its evidence is 补录. */
export function BackfillDialog({ order, title, onClose }: Props) {
  const { t } = useTranslation(['acts', 'signs']);
  const steps = fillable(order);
  const [kind, setKind] = useState<Step>(steps[0] ?? 'acknowledged');
  const [at, setAt] = useState(() => toCountyField(presentSecond()));
  const [note, setNote] = useState('');
  const { busy, problem, clientId, run } = useWrite(order.incidentId);
  const occurredAt = fromCountyField(at);
  const submit = async (): Promise<void> => {
    if (occurredAt === null) return;
    const body = {
      kind,
      source: 'backfill' as const,
      occurredAt,
      deviceOffsetSeconds: 0,
      note: note.trim() === '' ? undefined : note.trim(),
      clientId: clientId.current,
    };
    const said = t('acts:backfill.done', { step: t(`signs:button.${kind}`) });
    if (await run('reportOnOrder', { params: { id: order.id }, body }, said, patchOrder)) onClose();
  };
  return (
    <ActForm
      title={title}
      submit={t('acts:save')}
      ready={occurredAt !== null}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <StepInstant
        name="backfill"
        steps={steps}
        step={kind}
        onStep={setKind}
        label={t('acts:backfill.at')}
        at={at}
        wrong={occurredAt === null}
        onAt={setAt}
      />
      <p className="hint">{t('acts:backfill.hint', { issued: formatInstant(order.issuedAt) })}</p>
      <label>
        {t('acts:backfill.note')}
        <input
          className="field"
          value={note}
          maxLength={500}
          data-testid="backfill-note"
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
    </ActForm>
  );
}
