import type { ReadinessRow } from '@liandong/shared/readiness';
import { useTranslation } from 'react-i18next';
import { language } from '../../i18n';
import { useNow } from '../../ui/clock';
import { ORDER_SIGNS } from '../../ui/signs';
import { formatWhen } from '../../ui/time';
import { READINESS_SIGNS } from './readiness.rules';

/** One team, to be read from three metres: state by colour, sign and word; who answers; what it has in hand. */
export function TeamTile({ row, onOpen }: { row: ReadinessRow; onOpen?: () => void }) {
  const { t } = useTranslation('readiness');
  const now = useNow();
  const { state, onDuty, orders, outage } = row;
  const short = row.strength < row.minimumStrength;
  return (
    <button
      type="button"
      className={`team-tile ${state}`}
      data-code={row.teamCode}
      data-state={state}
      data-testid={`readiness-${row.teamCode}`}
      title={[row.teamName, ...row.words].join('\n')}
      onClick={onOpen}
    >
      <span className="tile-head">
        <b className="tile-name">{row.teamShortName}</b>
        <span className="num faint">{row.teamCode}</span>
        <span className="tile-state">
          {READINESS_SIGNS[state]} {t(`state.${state}`)}
        </span>
      </span>
      <span className="tile-duty">
        {onDuty === null ? `! ${t('nobody')}` : onDuty.name}
        <span className="num">{onDuty?.phone ?? row.alarmPhone}</span>
      </span>
      {orders.map((order) => {
        const { sign, tone, ...words } = ORDER_SIGNS[order.status];
        return (
          <span key={order.orderId} className="tile-order">
            <b className={`tone ${tone}`}>
              {sign} {words[language()]}
            </b>{' '}
            {order.what} <span className="num faint">{formatWhen(order.since, now)}</span>
          </span>
        );
      })}
      <span className="tile-foot">
        <span className={`num${short ? ' lacking' : ''}`}>
          {short && '! '}
          {t('strength', { strength: row.strength, minimum: row.minimumStrength })}
        </span>
        {outage !== null && (
          <span className="lacking">
            ✕ {outage.reason}
            {outage.until !== null && ` · ${t('until', { at: formatWhen(outage.until, now) })}`}
          </span>
        )}
        {row.since !== null && orders.length === 0 && (
          <span className="num faint">{t('since', { at: formatWhen(row.since, now) })}</span>
        )}
      </span>
    </button>
  );
}
