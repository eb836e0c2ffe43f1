import type { OrderView, Stamp } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/time';
import { AcknowledgeClock } from './OrderClock';
import { STEPS, type Step, type StepState, stepStates } from './order.rules';
import { correctionOf } from './order-acts.rules';
import './stamps.css';

function Instant({
  stamp,
  order,
  step,
  state,
}: {
  stamp: Stamp | undefined;
  order: OrderView;
  step: Step;
  state: StepState;
}) {
  const correction = correctionOf(order, step);
  if (stamp !== undefined && correction !== null) {
    return (
      <span className="num" title={`${correction.by}：${correction.reason}`}>
        <del>{formatInstant(stamp.at)}</del>
        <ins>✎{formatInstant(correction.at)}</ins>
      </span>
    );
  }
  if (stamp !== undefined) return <em className="num">{formatInstant(stamp.at)}</em>;
  if (state === 'skipped') return <em>—</em>;
  if (step === 'acknowledged' && state === 'now') return <AcknowledgeClock order={order} />;
  return <em>&nbsp;</em>;
}

/** The five stamps with their instants and what each rests on. */
export function Stamps({ order }: { order: OrderView }) {
  const { t } = useTranslation(['desk', 'signs']);
  const states = stepStates(order);
  return (
    <ol className="stamps">
      {STEPS.map((step) => {
        const stamp = order.stamps[step];
        const by = stamp && t('desk:stampTitle', { by: stamp.by, at: formatInstant(stamp.receivedAt) });
        return (
          <li
            key={step}
            className={states[step]}
            title={by}
            data-testid={`stamp-${order.teamCode}-${step}`}
            data-state={states[step]}
          >
            <i className="dot" aria-hidden="true" />
            <span>{t(`signs:step.${step}`)}</span>
            {stamp !== undefined && (
              <u
                className={stamp.flagged ? 'flagged' : undefined}
                title={stamp.flagged ? t('desk:flagged') : undefined}
              >
                {t(`signs:evidence.${stamp.evidence}`)}
                {stamp.flagged && ' ?'}
              </u>
            )}
            <Instant stamp={stamp} order={order} step={step} state={states[step]} />
          </li>
        );
      })}
    </ol>
  );
}
