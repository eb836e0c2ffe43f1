import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/keys';
import type { IncidentAct } from './incident-acts.rules';
import { startAct } from './start-act';
import './more-menu.css';

/** Keys that work without the menu, too. */
const OWN_KEYS: Partial<Record<IncidentAct, string>> = { upward: 'U', note: 'N' };
const DANGEROUS: readonly IncidentAct[] = ['invalid'];

interface Props {
  incidentId: string;
  acts: readonly IncidentAct[];
}

function Items({ incidentId, acts, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation(['acts', 'desk']);
  const list = useRef<HTMLDivElement>(null);
  const take = (act: IncidentAct): void => {
    onClose();
    startAct(incidentId, act);
  };
  const buttons = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll('button') ?? [])];
  const move = (by: number) => (): void => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(at + by + all.length) % all.length]?.focus();
  };
  const byNumber = Object.fromEntries(acts.slice(0, 9).map((act, index) => [String(index + 1), () => take(act)]));
  useKeys({ ...byNumber, ArrowDown: move(1), ArrowUp: move(-1), Escape: onClose, g: onClose }, { exclusive: true });
  useEffect(() => {
    buttons()[0]?.focus();
    const outside = (event: PointerEvent): void => {
      if (!(event.target instanceof Element) || event.target.closest('.more') === null) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  });
  return (
    <div className="more-items" role="menu" ref={list} aria-label={t('desk:more')} data-testid="more-items">
      {acts.map((act, index) => (
        <button
          key={act}
          type="button"
          role="menuitem"
          className={DANGEROUS.includes(act) ? 'danger' : undefined}
          data-testid={act === 'invalid' ? 'invalidate-incident' : `act-${act}`}
          onClick={() => take(act)}
        >
          <kbd>{index < 9 ? index + 1 : ' '}</kbd> {t(`acts:act.${act}`)}
          {OWN_KEYS[act] !== undefined && <kbd className="own">{OWN_KEYS[act]}</kbd>}
        </button>
      ))}
    </div>
  );
}

/** 更多: what else is possible now, by number. */
export function MoreMenu({ incidentId, acts }: Props) {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState(false);
  useKeys({ g: () => setOpen(true) }, { enabled: acts.length > 0 });
  if (acts.length === 0) return null;
  return (
    <div className="more">
      <button
        type="button"
        className="btn ghost"
        aria-haspopup="menu"
        aria-expanded={open}
        data-testid="more"
        onClick={() => setOpen(!open)}
      >
        {t('more')} <kbd>G</kbd>
      </button>
      {open && <Items incidentId={incidentId} acts={acts} onClose={() => setOpen(false)} />}
    </div>
  );
}
