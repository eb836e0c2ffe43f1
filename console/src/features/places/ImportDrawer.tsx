import { Alert, Button, Drawer, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../settings/ReasonField';

interface Props {
  title: string;
  hint: string;
  size: number;
  testid: string;
  /** Why the file cannot be looked at; why it was not taken. */
  problem: string | null;
  refused: string | null;
  looking: boolean;
  busy: boolean;
  /** The file was looked at, and nothing speaks against it. */
  ready: boolean;
  onApply: (reason: string) => void;
  onClose: () => void;
  /** What is chosen, and what the file would do. */
  fields: ReactNode;
  preview: ReactNode;
}

/** A file is chosen, looked at, and taken whole with a reason, or not at all. */
export function ImportDrawer({ title, hint, size, testid, problem, refused, ready, ...props }: Props) {
  const { t } = useTranslation('places');
  const [reason, setReason] = useState('');
  return (
    <Drawer
      open
      size={size}
      onClose={props.onClose}
      title={title}
      extra={
        <Button
          type="primary"
          disabled={!ready || reason.trim().length < 2}
          loading={props.busy}
          onClick={() => props.onApply(reason)}
          data-testid="import-apply"
        >
          {t('apply')}
        </Button>
      }
    >
      <div className="setting-form" data-testid={testid}>
        <p className="quiet">{hint}</p>
        {props.fields}
        {props.looking && <Spin />}
        {problem !== null && <Alert type="error" showIcon title={problem} data-testid="import-problem" />}
        {props.preview}
        <ReasonField reason={reason} onChange={setReason} />
        {refused !== null && <Alert type="error" showIcon title={refused} />}
      </div>
    </Drawer>
  );
}
