import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession } from '../../app/session';
import { Notices } from '../../ui/notice';
import { SetupWizard } from './SetupWizard';
import { WorkbookTab } from './WorkbookTab';
import './county.css';

/** 建县: the steps of setting a county up, and its data by Excel. */
export default function CountyPage() {
  const { t } = useTranslation('county');
  const { may } = useSession();
  const [search, setSearch] = useSearchParams();
  const show = (tab: string, step?: string): void => setSearch(step ? { tab, step } : { tab });
  return (
    <main className="page county-page" data-testid="county-page">
      <header>
        <h1>{t('heading')}</h1>
        <span className="quiet">{t('summary')}</span>
      </header>
      {may('county.setUp') ? (
        <Tabs
          activeKey={search.get('tab') === 'workbook' ? 'workbook' : 'setUp'}
          onChange={(tab) => show(tab)}
          destroyOnHidden
          items={[
            { key: 'setUp', label: t('tab.setUp'), children: <SetupWizard toWorkbook={() => show('workbook')} /> },
            { key: 'workbook', label: t('tab.workbook'), children: <WorkbookTab /> },
          ]}
        />
      ) : (
        <p className="page-note">{t('notAllowed')}</p>
      )}
      <Notices />
    </main>
  );
}
