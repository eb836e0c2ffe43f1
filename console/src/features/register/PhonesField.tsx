import type { MorePhone, VerifiedPhone } from '@liandong/shared/team';
import { Button, Input } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneCode } from './PhoneCode';
import { swapped } from './phones.rules';
import { KnownPhone } from './words';

interface Props {
  phones: readonly MorePhone[];
  onChange: (phones: MorePhone[]) => void;
  verified: readonly VerifiedPhone[];
  /** Whose numbers they are; null: nobody's yet. */
  memberId: string | null;
  /** Numbers that are saved already: only those can be verified. */
  saved: readonly string[];
}
/** The contract's most. */
const MOST = 6;

/** Several numbers in the order they are called; Alt with an arrow moves the one being typed. */
export function PhonesField({ phones, onChange, verified, memberId, saved }: Props) {
  const { t } = useTranslation('register');
  const list = useRef<HTMLOListElement>(null);
  const write = (index: number, part: Partial<MorePhone>): void =>
    onChange(phones.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const move = (index: number, by: -1 | 1): void => {
    const moved = swapped(phones, index, by);
    if (moved === null) return;
    onChange(moved);
    list.current?.querySelectorAll<HTMLInputElement>('[data-phone]')[index + by]?.focus();
  };
  const onKey = (index: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <fieldset className="phones-field">
      <legend className="quiet">{t('phones.heading')}</legend>
      <ol ref={list}>
        {phones.map(({ phone, label }, index) => (
          <li key={index} onKeyDown={onKey(index)}>
            <Input
              data-phone
              type="tel"
              aria-label={t('phones.number', { n: index + 1 })}
              placeholder={t('phones.number', { n: index + 1 })}
              value={phone}
              maxLength={20}
              onChange={(event) => write(index, { phone: event.target.value })}
              data-testid={`phone-${index}`}
            />
            <Input
              aria-label={t('phones.label')}
              placeholder={t('phones.label')}
              value={label}
              maxLength={20}
              onChange={(event) => write(index, { label: event.target.value })}
            />
            <Button
              size="small"
              disabled={index === 0}
              aria-label={t('phones.up')}
              title={t('phones.up')}
              onClick={() => move(index, -1)}
            >
              ↑
            </Button>
            <Button
              size="small"
              disabled={index === phones.length - 1}
              aria-label={t('phones.down')}
              title={t('phones.down')}
              onClick={() => move(index, 1)}
            >
              ↓
            </Button>
            <Button
              size="small"
              disabled={phones.length === 1}
              aria-label={t('phones.remove')}
              title={t('phones.remove')}
              onClick={() => onChange(phones.filter((_, at) => at !== index))}
            >
              ✕
            </Button>
            {saved.includes(phone) && (
              <span className="phone-known">
                <KnownPhone phone={phone} verified={[...verified]} />
                {memberId !== null && <PhoneCode memberId={memberId} phone={phone} index={index} />}
              </span>
            )}
          </li>
        ))}
      </ol>
      <div className="setting-row">
        <Button
          size="small"
          disabled={phones.length >= MOST}
          onClick={() => onChange([...phones, { phone: '', label: '' }])}
          data-testid="phone-add"
        >
          + {t('phones.add')}
        </Button>
        <small className="faint">{t('phones.keys')}</small>
      </div>
    </fieldset>
  );
}
