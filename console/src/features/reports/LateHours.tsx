import type { MeasuredOrder } from '@liandong/shared/report';
import { Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CELL_HOURS, lateHours, weekCell } from './distribution.rules';
import type { Selection } from './OrdersDrawer';

const DAYS = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] as const;
const CELLS = Array.from({ length: 24 / CELL_HOURS }, (_, cell) => cell);
/** Share of the colour in the faintest and the strongest cell: seen at all, and the number still read on it. */
const FAINTEST = 0.18;
const STRONGEST = 0.6;

interface Props {
  orders: readonly MeasuredOrder[] | undefined;
  onOpen: (selection: Selection) => void;
}

/** When in the week orders were late: darker is more, and the number stands in the cell. */
export function LateHours({ orders, onOpen }: Props) {
  const { t } = useTranslation('reports');
  const table = useMemo(() => lateHours(orders ?? []), [orders]);
  const most = Math.max(1, ...table.flat());
  return (
    <section className="card">
      <header>
        <h2>{t('chart.lateHours')}</h2>
        <small className="faint">{t('chart.lateHoursHint')}</small>
      </header>
      <div className="week">
        {DAYS.map((name, day) => (
          <Fragment key={name}>
            <span className="faint">{t('week', { day: t(`weekday.${name}`) })}</span>
            {CELLS.map((cell) => {
              const n = table[day]?.[cell] ?? 0;
              const [from, to] = [cell * CELL_HOURS, (cell + 1) * CELL_HOURS];
              const words = t('chart.cell', { day: t(`weekday.${name}`), from, to, n });
              if (n === 0) return <i key={cell} />;
              return (
                <button
                  key={cell}
                  type="button"
                  aria-label={words}
                  title={words}
                  style={{ '--share': FAINTEST + (STRONGEST - FAINTEST) * (n / most) } as React.CSSProperties}
                  onClick={() =>
                    onOpen({
                      title: words,
                      view: 'late',
                      only: (order) => {
                        const at = weekCell(order.issuedAt);
                        return at.day === day && at.cell === cell;
                      },
                    })
                  }
                >
                  {n}
                </button>
              );
            })}
          </Fragment>
        ))}
        <span />
        {CELLS.map((cell) => (
          <span key={cell} className="faint num">
            {cell * CELL_HOURS}
          </span>
        ))}
      </div>
    </section>
  );
}
