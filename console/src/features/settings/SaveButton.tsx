import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Submits the form of this id; stands at the head of its sheet, always in sight. */
export function SaveButton({ form, ready, busy }: { form: string; ready: boolean; busy: boolean }) {
  const { t } = useTranslation('settings');
  return (
    <Button type="primary" htmlType="submit" form={form} disabled={!ready} loading={busy} data-testid="setting-save">
      {t('save')}
    </Button>
  );
}
