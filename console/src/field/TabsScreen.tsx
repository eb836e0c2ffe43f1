import type { Me } from '@liandong/shared/auth';
import { ConnectionBanner } from './ConnectionBanner';
import { DutyTab } from './duty/DutyTab';
import { HotlinePage } from './hotline/HotlinePage';
import { Notices } from './Notices';
import { OrdersTab } from './OrdersTab';
import { useEnded } from './orders';
import type { Waiting } from './outbox.rules';
import { open } from './page';
import type { Tab } from './page.rules';
import type { Entry } from './queue.rules';
import { TabBar } from './TabBar';
import { TopBar } from './TopBar';
import { TodoTab } from './todo/TodoTab';
import type { Ringing } from './use-ringing';
import type { Selection } from './use-selection';
import { useUnsent } from './use-unsent';

/** What every page knows of the orders. */
export interface Desk {
  error: Error | null;
  /** When the orders shown were read, ms; `known`: they were read at all. */
  at: number | null;
  known: boolean;
  entries: readonly Entry[];
  waiting: readonly Waiting[];
  selection: Selection;
  ringing: Ringing;
}

interface Props {
  me: Me;
  tab: Tab;
  desk: Desk;
  signOut: () => Promise<void>;
}

/** The main pages, with the bar to change between them. */
export function TabsScreen({ me, tab, desk, signOut }: Props) {
  const ended = useEnded();
  const unsent = useUnsent(me.username, desk.waiting);
  return (
    <>
      <TopBar me={me} unsent={unsent.count} onEnded={() => open({ name: 'ended' })} signOut={signOut} />
      <ConnectionBanner error={desk.error} dataAt={desk.at} waiting={desk.waiting} deeds={unsent.deeds} />
      <Notices waiting={desk.waiting} ended={ended} />
      {tab === 'orders' && <OrdersTab me={me} desk={desk} ended={ended} />}
      {tab === 'todo' && <TodoTab me={me} />}
      {tab === 'duty' && <DutyTab me={me} />}
      {tab === 'hotline' && <HotlinePage me={me} />}
      <TabBar me={me} tab={tab} />
    </>
  );
}
