import type { Me } from '@liandong/shared/auth';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlarm } from './alarm';
import { ConnectionBanner } from './ConnectionBanner';
import { EmptyState } from './EmptyState';
import { EndedToday } from './EndedToday';
import { useLiveOrders } from './live';
import { Notices } from './Notices';
import { OrderCard } from './OrderCard';
import { takeAnswer, useEndedToday, useOpenOrders } from './orders';
import { startOutbox, useOutbox } from './outbox';
import { isUnanswered, project } from './project.rules';
import { inUrgency } from './queue.rules';
import { Switcher } from './Switcher';
import { TopBar } from './TopBar';

/** Choose what is on the screen: a new order takes it, afterwards the person chooses. */
function useSelection(ids: readonly string[], unanswered: readonly string[]): [string | null, (id: string) => void] {
  const [picked, setPicked] = useState<string | null>(null);
  const newest = unanswered[0] ?? null;
  useEffect(() => {
    if (newest !== null) setPicked(newest);
  }, [newest]);
  return [picked !== null && ids.includes(picked) ? picked : (ids[0] ?? null), setPicked];
}

export function OrdersScreen({ me, signOut }: { me: Me; signOut: () => Promise<void> }) {
  const { t } = useTranslation('field');
  const client = useQueryClient();
  useLiveOrders();
  useEffect(() => startOutbox(me.username, (answer) => takeAnswer(client, answer)), [me.username, client]);

  const open = useOpenOrders();
  const ended = useEndedToday();
  const queue = useOutbox((s) => s.queue);
  const mine = useMemo(() => queue.filter((w) => w.owner === me.username), [queue, me.username]);
  const items = open.data?.items;
  const entries = useMemo(
    () => inUrgency((items ?? []).map((order) => ({ order, shown: project(order, mine) }))),
    [items, mine],
  );

  const unanswered = entries.filter(({ shown }) => isUnanswered(shown.status)).map(({ order }) => order);
  const [selected, select] = useSelection(
    entries.map(({ order }) => order.id),
    unanswered.map((order) => order.id),
  );
  const [showEnded, setShowEnded] = useState(false);
  const [mutedId, mute] = useState<string | null>(null);
  const ringing = unanswered[0] ?? null;
  const needsTouch = useAlarm(
    ringing && `【${t('newOrder')}】${t('code', { code: ringing.code })}`,
    ringing?.id === mutedId,
  );
  const current = entries.find(({ order }) => order.id === selected) ?? null;

  if (showEnded) return <EndedToday orders={ended} onBack={() => setShowEnded(false)} />;
  return (
    <main className="field-app">
      <TopBar
        me={me}
        endedCount={ended.length}
        unsent={mine.length}
        onEnded={() => setShowEnded(true)}
        signOut={signOut}
      />
      <ConnectionBanner error={open.error} dataAt={open.data?.at ?? null} waiting={mine} />
      <Notices waiting={mine} ended={ended} />
      {entries.length > 1 && current && <Switcher entries={entries} selected={current.order.id} onSelect={select} />}
      {current && (
        <OrderCard
          key={current.order.id}
          {...current}
          centrePhone={me.centrePhone}
          ringing={current.order.id === ringing?.id && mutedId !== ringing.id}
          needsTouch={needsTouch}
          onMute={() => mute(current.order.id)}
        />
      )}
      {!current && items && <EmptyState me={me} endedCount={ended.length} onEnded={() => setShowEnded(true)} />}
      {!current && !items && <p className="centred quiet">{t('loading')}</p>}
    </main>
  );
}
