import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useSession } from '../../app/session';
import { Notices } from '../../ui/notice';
import { BordersTab } from '../places/BordersTab';
import { PlacesTab } from '../places/PlacesTab';
import { PlansTab } from '../plans/PlansTab';
import { StrengthTab } from '../register/StrengthTab';
import { CommandPostsTab } from './CommandPostsTab';
import { DayHoursTab } from './DayHoursTab';
import { LaddersTab } from './LaddersTab';
import { NumbersTab } from './NumbersTab';
import { RulesTab } from './RulesTab';
import { SeatAreasTab } from './SeatAreasTab';
import { TemplatesTab } from './TemplatesTab';
import './settings.css';

const TABS = {
  rules: RulesTab,
  hours: DayHoursTab,
  strength: StrengthTab,
  areas: SeatAreasTab,
  places: PlacesTab,
  borders: BordersTab,
  plans: PlansTab,
  posts: CommandPostsTab,
  templates: TemplatesTab,
  ladders: LaddersTab,
  numbers: NumbersTab,
} as const;
const NAMES = Object.keys(TABS) as (keyof typeof TABS)[];

/** The county's rules and numbers: everybody may read them, the administrator changes them. */
export default function SettingsPage() {
  const { t } = useTranslation(['settings', 'county']);
  const { may } = useSession();
  const editable = may('rules.edit');
  const [search, setSearch] = useSearchParams();
  const shown = NAMES.find((name) => name === search.get('tab')) ?? 'rules';
  return (
    <main className="page settings" data-testid="settings-page">
      <header>
        <h1>{t('heading')}</h1>
        <span className="quiet">{t('summary')}</span>
        <span className="spacer" />
        {may('county.setUp') && <Link to="/county">{t('county:settingsLink')}</Link>}
        {!editable && <span className="quiet">{t('readOnly')}</span>}
      </header>
      <Tabs
        activeKey={shown}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        destroyOnHidden
        items={NAMES.map((name) => {
          const Tab = TABS[name];
          return { key: name, label: t(`tab.${name}`), children: <Tab editable={editable} /> };
        })}
      />
      <Notices />
    </main>
  );
}
