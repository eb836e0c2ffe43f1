import type { Me } from '@liandong/shared/auth';
import type { TeamOrder } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState';
import { OrderCard } from './OrderCard';
import { isOfToday } from './orders';
import { Switcher } from './Switcher';
import type { Desk } from './TabsScreen';

/** The order on the screen, and the others of the team. */
export function OrdersTab({ me, desk, ended }: { me: Me; desk: Desk; ended: readonly TeamOrder[] }) {
  const { t } = useTranslation('field');
  const { entries, known, ringing, selection } = desk;
  const { current } = selection;
  if (!current && !known) return <p className="centred quiet">{t('loading')}</p>;
  if (!current) return <EmptyState me={me} endedCount={ended.filter(isOfToday).length} />;
  return (
    <>
      {entries.length > 1 && <Switcher entries={entries} selected={current.order.id} onSelect={selection.select} />}
      <OrderCard
        key={current.order.id}
        {...current}
        centrePhone={me.centrePhone}
        ringing={current.order.id === ringing.order?.id && !ringing.muted}
        needsTouch={ringing.needsTouch}
        onMute={ringing.mute}
      />
    </>
  );
}
