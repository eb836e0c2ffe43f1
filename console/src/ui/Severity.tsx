import type { Severity as Level } from '@liandong/shared/incident';
import { useTranslation } from 'react-i18next';
import './severity.css';

const NUMERALS: Record<Level, string> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ' };

/** Severity: a Roman numeral in its colour; the word for those who do not see it. */
export function Severity({ level, size = 30 }: { level: Level; size?: number }) {
  const { t } = useTranslation('signs');
  const word = t(`severity.${level}`);
  return (
    <span
      className="severity"
      role="img"
      aria-label={word}
      title={word}
      style={{ background: `var(--sev-${level})`, width: size, height: size, fontSize: Math.round(size * 0.47) }}
    >
      {NUMERALS[level]}
    </span>
  );
}
