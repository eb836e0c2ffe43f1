import type { Me } from '@liandong/shared/auth';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { EndedOrders } from './EndedOrders';
import { FeedbackPage } from './feedback/FeedbackPage';
import { DocumentsPage } from './forces/DocumentsPage';
import { EquipmentPage } from './forces/EquipmentPage';
import { useTownships } from './hotline/townships';
import { useLiveOrders } from './live';
import { MembersPage } from './members/MembersPage';
import { NewOrderStrip } from './NewOrderStrip';
import { takeOwn, useOpenOrders } from './orders';
import { useOutbox } from './outbox';
import { open, usePage } from './page';
import { isTab, readPage } from './page.rules';
import { project } from './project.rules';
import { inUrgency } from './queue.rules';
import { useSync } from './sync';
import { type Desk, TabsScreen } from './TabsScreen';
import { FollowUpPage } from './todo/FollowUpPage';
import { NoticePage } from './todo/NoticePage';
import { useRinging } from './use-ringing';
import { useSelection } from './use-selection';

/** The open orders as they will be once everything tapped here has arrived; a new one rings on every page. */
function useDesk(username: string): Desk {
  const orders = useOpenOrders();
  const queue = useOutbox((s) => s.queue);
  const waiting = useMemo(() => queue.filter((w) => w.owner === username), [queue, username]);
  const items = orders.data?.items;
  const entries = useMemo(
    () => inUrgency((items ?? []).map((order) => ({ order, shown: project(order, waiting) }))),
    [items, waiting],
  );
  const selection = useSelection(entries);
  const ringing = useRinging(entries);
  return {
    error: orders.error,
    at: orders.data?.at ?? null,
    known: items !== undefined,
    entries,
    waiting,
    selection,
    ringing,
  };
}

export function FieldScreen({ me, signOut }: { me: Me; signOut: () => Promise<void> }) {
  const client = useQueryClient();
  const page = usePage();
  const desk = useDesk(me.username);
  useLiveOrders();
  // Read while there is a line: a call may have to be taken without one.
  useTownships();
  useSync(me.username, (taken) => {
    takeOwn(client, taken);
    desk.selection.select(taken.order.id);
    if (readPage(window.location.hash).name === 'hotline') open({ name: 'orders' });
  });

  return (
    <main className="field-app">
      {page.name !== 'orders' && <NewOrderStrip desk={desk} />}
      {page.name === 'ended' && <EndedOrders />}
      {page.name === 'equipment' && <EquipmentPage />}
      {page.name === 'documents' && <DocumentsPage />}
      {page.name === 'members' && <MembersPage me={me} />}
      {page.name === 'feedback' && (
        <FeedbackPage
          key={page.id}
          me={me}
          orderId={page.id}
          entry={desk.entries.find(({ order }) => order.id === page.id) ?? null}
        />
      )}
      {page.name === 'notice' && <NoticePage key={page.id} me={me} id={page.id} />}
      {page.name === 'followUp' && <FollowUpPage key={page.id} me={me} id={page.id} />}
      {isTab(page) && <TabsScreen me={me} tab={page.name} desk={desk} signOut={signOut} />}
    </main>
  );
}
