import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMinute } from '../../ui/time';
import { useSave } from '../settings/use-save';
import { Gaps } from './Gaps';
import type { StepProps } from './SetupWizard';

/** ⑦ What is missing; then the county begins. */
export function CheckStep({ setup, goTo }: StepProps) {
  const { t } = useTranslation('county');
  const { save, busy, problem } = useSave('openCounty', ['getSetup', 'getCountyState']);
  const blocked = setup.gaps.some(({ must }) => must);
  return (
    <>
      <p>{t('checkText')}</p>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Gaps gaps={setup.gaps} goTo={goTo} links />
      {setup.inServiceAt ? (
        <p data-testid="in-service">
          ✓ {t('started', { at: `${formatDate(setup.inServiceAt)} ${formatMinute(setup.inServiceAt)}` })}
        </p>
      ) : (
        <Button type="primary" disabled={blocked} loading={busy} onClick={() => save({})} data-testid="open-county">
          {t('start')}
        </Button>
      )}
    </>
  );
}
