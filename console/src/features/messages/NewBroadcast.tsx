import { Alert, Button, Checkbox, Drawer, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query';
import { useKeys } from '../../ui/keys';
import { uuid } from '../../ui/uuid';
import { useWrite } from '../desk/use-write';
import { canSend, counted, type Draft, EMPTY_DRAFT, LONGEST_TEXT, toGroups } from './broadcast.rules';
import { GroupChoice } from './GroupChoice';
import { Preview, usePreview } from './Preview';

/** 新群呼: to whom, what, what it would be; sent once however often it is pressed. */
export function NewBroadcast({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('messages');
  const id = useId();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  // A new wish gets a new id, a repeated one keeps it: pressed twice, it is sent once.
  const clientId = useRef(uuid());
  const change = (part: Partial<Draft>): void => {
    clientId.current = uuid();
    setDraft((before) => ({ ...before, ...part }));
  };
  const { busy, problem, run } = useWrite(null);
  const preview = usePreview(draft);
  const ready = canSend(draft, preview.current) && !busy;
  const { chars, parts } = counted(draft.text, preview.around);

  const send = async (): Promise<void> => {
    if (!ready) return;
    const body = {
      groups: toGroups(draft),
      text: draft.text.trim(),
      drill: draft.drill,
      clientId: clientId.current,
    };
    const said = t('sendDone', { count: preview.current?.numbers ?? 0 });
    if (!(await run('sendBroadcast', { body }, said))) return;
    onClose();
    await queryClient.invalidateQueries({ queryKey: ['listBroadcasts'] });
  };
  useKeys({ 'ctrl+Enter': () => void send() }, { exclusive: true });

  const sendable = preview.current === undefined ? 0 : preview.current.numbers - preview.current.unreachable;
  return (
    <Drawer
      open
      onClose={onClose}
      size={620}
      title={t('newBroadcast')}
      extra={
        <Button
          type="primary"
          disabled={!ready}
          loading={busy}
          onClick={() => void send()}
          data-testid="broadcast-send"
        >
          {ready ? t('send', { count: sendable }) : t('sendNothing')} <kbd>Ctrl Enter</kbd>
        </Button>
      }
    >
      <div className="new-broadcast" data-testid="new-broadcast">
        {problem !== null && <Alert type="error" showIcon title={problem} />}
        <GroupChoice draft={draft} onChange={change} />
        <section>
          <label htmlFor={id}>
            <h3>{t('text')}</h3>
          </label>
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={LONGEST_TEXT}
            placeholder={t('textHint')}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
            data-testid="broadcast-text"
          />
          <p className="count num" data-testid="broadcast-count">
            {t('count', { chars, parts })}
          </p>
          <Checkbox checked={draft.drill} onChange={(event) => change({ drill: event.target.checked })}>
            {t('isDrill')}
          </Checkbox>
        </section>
        <Preview draft={draft} preview={preview} />
      </div>
    </Drawer>
  );
}
