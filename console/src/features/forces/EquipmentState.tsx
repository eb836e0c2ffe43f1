import type { EquipmentView } from '@liandong/shared/equipment';
import { useTranslation } from 'react-i18next';

const SIGNS = { good: '✓', repair: '!', unusable: '□' } as const;
const TONES = { good: 'quiet', repair: 'forces-near', unusable: 'forces-over' } as const;

/** 完好, 待修, 停用; and whether its day is over or near. */
export function EquipmentState({ item }: { item: Pick<EquipmentView, 'condition' | 'expiry' | 'expiresOn'> }) {
  const { t } = useTranslation('forces');
  return (
    <>
      <span className={TONES[item.condition]}>
        {SIGNS[item.condition]} {t(`equipment.${item.condition}`)}
      </span>{' '}
      {item.expiry !== null && (
        <span className={item.expiry === 'expired' ? 'forces-over' : 'forces-near'}>
          ! {t(`equipment.${item.expiry}`)} <span className="num">{item.expiresOn}</span>
        </span>
      )}
    </>
  );
}
