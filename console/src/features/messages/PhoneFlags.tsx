import { useTranslation } from 'react-i18next';
import './flags.css';
import { useFlags } from './use-flags';

/** The flags of a number behind it: 退订, 无法接收, 非本人. */
export function PhoneFlags({ phone }: { phone: string }) {
  const { t } = useTranslation('signs');
  const flagsOf = useFlags();
  return flagsOf(phone).map((flag) => (
    <span key={flag.flag} className="phone-flag" title={flag.because} data-testid={`flag-${flag.phone}-${flag.flag}`}>
      ! {t(`phoneFlag.${flag.flag}`)}
    </span>
  ));
}
