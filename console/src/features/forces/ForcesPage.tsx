import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession } from '../../app/session';
import { Notices } from '../../ui/notice';
import { DocumentsTab } from './DocumentsTab';
import { EquipmentTab } from './EquipmentTab';
import { ExpertsTab } from './ExpertsTab';
import './forces.css';

const TABS = { experts: ExpertsTab, equipment: EquipmentTab, documents: DocumentsTab } as const;
const NAMES = Object.keys(TABS) as (keyof typeof TABS)[];

/** 专家物资: who can be asked, what there is and how far, and which work plans hold. */
export default function ForcesPage() {
  const { t } = useTranslation('forces');
  const { may } = useSession();
  const [search, setSearch] = useSearchParams();
  const names = NAMES.filter((name) => name !== 'experts' || may('register.read'));
  const shown = names.find((name) => name === search.get('tab')) ?? names[0]!;
  return (
    <main className="page forces" data-testid="forces-page">
      <header>
        <h1>{t('heading')}</h1>
        <span className="quiet">{t('summary')}</span>
      </header>
      <Tabs
        activeKey={shown}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        destroyOnHidden
        items={names.map((name) => {
          const Tab = TABS[name];
          return { key: name, label: t(`tab.${name}`), children: <Tab /> };
        })}
      />
      <Notices />
    </main>
  );
}
