import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useKeys } from '../../ui/keys';
import { Notices } from '../../ui/notice';
import { FeedbackTab } from '../feedback/FeedbackTab';
import { FollowUpsTab } from './FollowUpsTab';
import { NoticesTab } from './NoticesTab';
import { ObligationsTab } from './ObligationsTab';
import { readTab, TABS, type Tab } from './owed.rules';
import './owed.css';

const CONTENT: Record<Tab, () => React.ReactNode> = {
  owed: () => <ObligationsTab />,
  notices: () => <NoticesTab />,
  feedback: () => <FeedbackTab />,
  followUps: () => <FollowUpsTab />,
};

/** 应办与督办: what the county owes and by when, the notices about it, the feedback forms and the work they name. */
export default function OwedPage() {
  const { t } = useTranslation('owed');
  const [search, setSearch] = useSearchParams();
  const tab = readTab(search.get('tab'));
  const show = (next: string): void => setSearch({ tab: next });
  useKeys(Object.fromEntries(TABS.map((each, index) => [String(index + 1), () => show(each)])));
  return (
    <main className="page owed-page" data-testid="owed-page">
      <header>
        <h1>{t('heading')}</h1>
      </header>
      <Tabs
        activeKey={tab}
        onChange={show}
        destroyOnHidden
        items={TABS.map((each, index) => ({
          key: each,
          label: (
            <span data-testid={`owed-tab-${each}`}>
              {t(`tabs.${each}`)} <kbd>{index + 1}</kbd>
            </span>
          ),
          children: CONTENT[each](),
        }))}
      />
      <Notices />
    </main>
  );
}
