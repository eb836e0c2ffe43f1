import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useKeys } from '../../ui/keys';
import { Notices } from '../../ui/notice';
import { BroadcastsTab } from './BroadcastsTab';
import { CostsTab } from './CostsTab';
import { readTab, TABS, type Tab } from './filter.rules';
import { Lines } from './Lines';
import { MessageDrawer } from './MessageDrawer';
import { MessagesTab } from './MessagesTab';
import { NumbersTab } from './NumbersTab';
import { useOpenMessage } from './use-open-message';
import '../owed/owed.css';
import './messages.css';

const CONTENT: Record<Tab, () => React.ReactNode> = {
  messages: () => <MessagesTab />,
  broadcasts: () => <BroadcastsTab />,
  costs: () => <CostsTab />,
  numbers: () => <NumbersTab />,
};

/** 消息: whether messages go out and by which line, what became of each, broadcasts, costs, numbers with a problem. */
export default function MessagesPage() {
  const { t } = useTranslation('messages');
  const [search, setSearch] = useSearchParams();
  const [messageId, openMessage] = useOpenMessage();
  const tab = readTab(search.get('tab'));
  const show = (next: string): void => setSearch({ tab: next });
  useKeys(Object.fromEntries(TABS.map((each, index) => [String(index + 1), () => show(each)])));
  return (
    <main className="page messages-page" data-testid="messages-page">
      <header>
        <h1>{t('heading')}</h1>
      </header>
      <Lines onTested={openMessage} />
      <Tabs
        activeKey={tab}
        onChange={show}
        destroyOnHidden
        items={TABS.map((each, index) => ({
          key: each,
          label: (
            <span data-testid={`messages-tab-${each}`}>
              {t(`tabs.${each}`)} <kbd>{index + 1}</kbd>
            </span>
          ),
          children: CONTENT[each](),
        }))}
      />
      <MessageDrawer id={messageId} onClose={() => openMessage(null)} />
      <Notices />
    </main>
  );
}
