import type { MessageDetail } from '@liandong/shared/message';
import { smsParts } from '@liandong/shared/sms-parts';
import { Alert, Descriptions, type DescriptionsProps, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useNow } from '../../ui/clock';
import { formatWhen } from '../../ui/time';
import { postWord, shortNumber } from '../desk/words';
import { useOpenOnDesk } from '../owed/use-open-on-desk';
import { Attempts } from './Attempts';
import { PhoneFlags } from './PhoneFlags';
import { MessageState } from './State';

/** Where a message belongs: its order or incident, shown on the desk. */
function Belongs({ message }: { message: MessageDetail }) {
  const { t } = useTranslation('messages');
  const open = useOpenOnDesk();
  const { incidentId, incidentNumber, orderId, orderCode } = message;
  if (incidentId === null) return <>{message.broadcastId === null ? '—' : t('fromBroadcast')}</>;
  const incident = shortNumber(incidentNumber ?? '');
  return (
    <button type="button" className="btn ghost" onClick={() => open(incidentId, orderId)} data-testid="message-belongs">
      {orderCode === null ? t('openIncident', { incident }) : t('openOrder', { order: orderCode, incident })}
    </button>
  );
}

function Facts({ message }: { message: MessageDetail }) {
  const { t } = useTranslation(['messages', 'signs']);
  const now = useNow();
  const items: DescriptionsProps['items'] = [
    {
      key: 'state',
      label: t('messages:column.state'),
      children: (
        <div>
          <MessageState message={message} />
          <div className="quiet">{t(`messages:honest.${message.state}`)}</div>
        </div>
      ),
    },
    {
      key: 'to',
      label: t('messages:recipient'),
      children: (
        <span>
          {message.recipientName || t('messages:unnamed')} {message.teamCode} {postWord(message.recipientPost)}{' '}
          <span className="num">{message.phone}</span>
          <PhoneFlags phone={message.phone} />
        </span>
      ),
    },
    {
      key: 'purpose',
      label: t('messages:purpose'),
      children: (
        <span>
          {t(`signs:purpose.${message.purpose}`)} · {t(`signs:channel.${message.channel}`)}
          {message.personal && ` · ${t('messages:personal')}`}
          {message.drill && ` · ${t('messages:drill')}`}
        </span>
      ),
    },
    { key: 'due', label: t('messages:due'), children: <span className="num">{formatWhen(message.dueAt, now)}</span> },
    { key: 'order', label: t('messages:order'), children: <Belongs message={message} /> },
  ];
  return <Descriptions size="small" column={1} items={items} styles={{ label: { width: 72 } }} />;
}

/** One message whole: its words, and every time it was handed to a line. */
export function MessageDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation(['messages', 'app']);
  const { data, error, isPending } = useAnswer('getMessage', { params: { id: id ?? '' } }, { enabled: id !== null });
  return (
    <Drawer
      open={id !== null}
      onClose={onClose}
      size={560}
      title={t('messages:detail')}
      loading={isPending && error === null}
    >
      {error !== null && <Alert type="error" showIcon title={problemText(error, t('app:offline'))} />}
      {data !== undefined && (
        <div className="message-drawer" data-testid="message-drawer">
          <blockquote>{data.text}</blockquote>
          {data.channel === 'sms' && (
            <p className="quiet num">{t('messages:parts', { chars: data.text.length, count: smsParts(data.text) })}</p>
          )}
          <Facts message={data} />
          <Attempts history={data.history} />
        </div>
      )}
    </Drawer>
  );
}
