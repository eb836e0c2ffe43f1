import type { ResponseTimesRow } from '@liandong/shared/report';
import { useTranslation } from 'react-i18next';
import type { Selection } from './OrdersDrawer';
import { formatPercent, formatTaken, toneOf, type View } from './report.rules';

interface Figure {
  name: 'compliance' | 'p50' | 'p90' | 'missing' | 'waived';
  view: View;
  value: string;
  note: string;
  markSeconds?: number | null;
}

interface Props {
  total: ResponseTimesRow;
  onOpen: (selection: Selection) => void;
}

/** The five numbers on top, of all groups together. */
export function Figures({ total, onOpen }: Props) {
  const { t } = useTranslation('reports');
  const compliance = total.compliance === null ? '—' : `${formatPercent(total.compliance)}%`;
  const figures: Figure[] = [
    {
      name: 'compliance',
      view: 'sample',
      value: compliance,
      note: total.compliance === null ? t('note.untimed') : t('note.goal', { met: total.met, n: total.n }),
    },
    {
      name: 'p50',
      view: 'p50',
      value: formatTaken(total.p50Seconds),
      note: t('note.half'),
      markSeconds: total.p50Seconds,
    },
    {
      name: 'p90',
      view: 'p90',
      value: formatTaken(total.p90Seconds),
      note: t('note.nine'),
      markSeconds: total.p90Seconds,
    },
    {
      name: 'missing',
      view: 'missing',
      value: String(total.missing),
      note: t(total.compliance === null ? 'note.unstamped' : 'note.missing'),
    },
    { name: 'waived', view: 'waived', value: String(total.waived), note: t('note.waived') },
  ];
  const tone = total.compliance === null ? '' : toneOf(total.compliance);
  return (
    <ul className="figures">
      {figures.map(({ name, view, value, note, markSeconds }) => (
        <li key={name}>
          <button
            type="button"
            onClick={() => onOpen({ title: t(`figure.${name}`), view, markSeconds })}
            data-testid={`report-figure-${name}`}
          >
            <span className="quiet">{t(`figure.${name}`)}</span>
            <b className="num">
              {value}
              {name === 'compliance' && tone && <small className={`tone ${tone}`}>{t(`tone.${tone}`)}</small>}
            </b>
            <small className="faint">{note}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
