import { Alert, Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  reason: string;
  onReason: (reason: string) => void;
  ready: boolean;
  busy: boolean;
  problem: string | null;
  onClose: () => void;
}

/** How every change in a row ends: why, save or not, and why it was refused. */
export function RowEnd({ reason, onReason, ready, busy, problem, onClose }: Props) {
  const { t } = useTranslation('settings');
  return (
    <>
      <Input
        className="number-reason"
        aria-label={t('reason')}
        placeholder={t('reasonHint')}
        value={reason}
        maxLength={500}
        onChange={(event) => onReason(event.target.value)}
        data-testid="setting-reason"
      />
      <Button type="primary" htmlType="submit" disabled={!ready} loading={busy} data-testid="setting-save">
        {t('save')}
      </Button>
      <Button onClick={onClose}>{t('number.cancel')}</Button>
      {problem !== null && <Alert type="error" showIcon title={problem} />}
    </>
  );
}
