import type { EditCounty } from '@liandong/shared/county-set-up';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { listed } from '../../i18n/punctuation';
import { useSave } from '../settings/use-save';
import type { StepProps } from './SetupWizard';

/** ① What the county says of itself. */
export function CountyStep({ setup: { county } }: StepProps) {
  const { t } = useTranslation('county');
  const { save, busy, problem } = useSave('editCounty', ['getSetup', 'getCountyState']);
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  const fixed = listed(county.fixed.map((one) => t(one)));
  return (
    <Form<EditCounty>
      layout="vertical"
      initialValues={county.name === '' ? { ...county, title: '' } : county}
      onFinish={(body) => save({ body })}
      disabled={busy}
    >
      {fixed !== '' && <Alert type="info" showIcon title={t('fixed', { what: fixed })} />}
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form.Item name="name" label={t('name')} extra={t('nameHint')} rules={needed}>
        <Input maxLength={30} data-testid="county-name" />
      </Form.Item>
      <Form.Item name="title" label={t('title')} extra={t('titleHint')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="centrePhone" label={t('centrePhone')} rules={needed}>
        <Input maxLength={20} data-testid="county-phone" />
      </Form.Item>
      <Form.Item name="zone" label={t('zone')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} data-testid="county-save">
        {t('save')}
      </Button>
    </Form>
  );
}
