import type { LineView } from '@liandong/shared/message';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { queryClient } from '../../api/query';
import { notify } from '../../ui/notice';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { complain } from '../desk/actions';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { useLineTitle } from './LineCard';

/** 停用 or 启用, with the reason that goes on record. */
export function UseLineDialog({ line, onClose }: { line: LineView; onClose: () => void }) {
  const { t } = useTranslation('messages');
  const title = useLineTitle()(line);
  const use = line.state === 'off';
  const done = async (reason: string): Promise<void> => {
    try {
      await call('useLine', { params: { line: line.name }, body: { use, reason } });
      notify(t(use ? 'used' : 'stopped', { line: title }));
      await queryClient.invalidateQueries({ queryKey: ['messageHealth'] });
    } catch (error) {
      complain(error);
    }
  };
  return (
    <ReasonDialog
      title={t(use ? 'useTitle' : 'stopTitle', { line: title })}
      label={t('reason')}
      onDone={(reason) => void done(reason)}
      onClose={onClose}
    />
  );
}

interface TestProps {
  line: LineView;
  onClose: () => void;
  onTested: (messageId: string) => void;
}

/** 测试: one message by this very line; its receipt is then seen with the message. */
export function TestLineDialog({ line, onClose, onTested }: TestProps) {
  const { t } = useTranslation('messages');
  const title = useLineTitle()(line);
  const [phone, setPhone] = useState('');
  const { busy, problem, clientId, run } = useWrite(null);
  const submit = async (): Promise<void> => {
    const request = { params: { line: line.name }, body: { phone: phone.trim(), clientId: clientId.current } };
    const sent = await run('testLine', request, t('testSent', { line: title }), (message) => onTested(message.id));
    if (sent) onClose();
  };
  return (
    <ActForm
      title={t('testTitle', { line: title })}
      submit={t('testSend')}
      ready={/^\+?[0-9 -]{3,20}$/.test(phone.trim())}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <label>
        {t('testPhone')}
        <input
          className="field num"
          type="tel"
          data-first-focus
          value={phone}
          maxLength={20}
          onChange={(event) => setPhone(event.target.value)}
          data-testid="line-test-phone"
        />
      </label>
    </ActForm>
  );
}
