import type { PracticePhone } from '@liandong/shared/message';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '../../ui/time';
import { matches } from './practice.rules';

interface RowProps {
  phone: PracticePhone;
  isOpen: boolean;
  onToggle: (number: string) => void;
}

/** Known posts in words, an unknown one as it is. */
function usePostWord(): (post: string) => string {
  const { t, i18n } = useTranslation('signs');
  return (post) => (i18n.exists(`post.${post}`, { ns: 'signs' }) ? t(`post.${post as 'deputy'}`) : post);
}

function Row({ phone, isOpen, onToggle }: RowProps) {
  const { t } = useTranslation('practice');
  const postWord = usePostWord();
  const latest = phone.entries.at(-1);
  return (
    <li>
      <button
        type="button"
        aria-pressed={isOpen}
        onClick={() => onToggle(phone.number)}
        data-testid={`phone-row-${phone.number}`}
      >
        <span className="line">
          <b>{phone.ownerName}</b>
          <span className="quiet">
            {phone.teamName} · {postWord(phone.post)}
          </span>
          {phone.unanswered > 0 && (
            <span className="badge num" role="img" aria-label={t('unread', { count: phone.unanswered })}>
              {phone.unanswered}
            </span>
          )}
        </span>
        <span className="line faint">
          <span className="num">{phone.number}</span>
          {latest && <span className="snippet">{latest.channel === 'voice' ? `☎ ${latest.text}` : latest.text}</span>}
          {latest && <time className="num">{formatMinute(latest.at)}</time>}
        </span>
      </button>
    </li>
  );
}

interface Props {
  phones: readonly PracticePhone[];
  open: readonly string[];
  onToggle: (number: string) => void;
}

/** All phones, those that wait for an answer on top. */
export function PhoneList({ phones, open, onToggle }: Props) {
  const { t } = useTranslation('practice');
  const [typed, setTyped] = useState('');
  const [onlyActive, setOnlyActive] = useState(false);
  const searched = useDeferredValue(typed.trim());
  const shown = phones.filter((phone) => (!onlyActive || phone.entries.length > 0) && matches(phone, searched));
  return (
    <aside className="phone-list">
      <div className="phone-search">
        <input
          className="field"
          type="search"
          placeholder={t('search')}
          aria-label={t('search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          data-testid="phone-search"
        />
        <label>
          <input type="checkbox" checked={onlyActive} onChange={(event) => setOnlyActive(event.target.checked)} />
          {t('onlyActive')}
        </label>
      </div>
      <ul aria-label={t('list')}>
        {shown.map((phone) => (
          <Row key={phone.number} phone={phone} isOpen={open.includes(phone.number)} onToggle={onToggle} />
        ))}
        {shown.length === 0 && <li className="phones-note quiet">{t(onlyActive ? 'silent' : 'none')}</li>}
      </ul>
    </aside>
  );
}
