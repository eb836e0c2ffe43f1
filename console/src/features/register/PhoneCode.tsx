import { PHONE_CODE_MINUTES } from '@liandong/shared/register';
import { Alert, Button, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { useSave } from '../settings/use-save';
import { useRegisterSave } from './use-register-save';

/** A saved number is verified: by a code texted to it, which its owner answers or reads out, or by hand. */
export function PhoneCode({ memberId, phone, index }: { memberId: string; phone: string; index: number }) {
  const { t } = useTranslation('register');
  const byHand = useSession().may('register.edit');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const params = { id: memberId };
  const sending = useSave('sendPhoneCode', ['teamHistory'], () => setSent(true));
  const taking = useRegisterSave('takePhoneCode', () => setSent(false));
  const verifying = useRegisterSave('verifyPhone');
  const problem = sending.problem ?? taking.problem ?? verifying.problem;
  const take = (): void => taking.save({ params, body: { phone, code } });
  // The number stands in the member's form, which Enter would save.
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (code.length === 6) take();
  };
  return (
    <>
      <Button
        size="small"
        loading={sending.busy}
        onClick={() => sending.save({ params, body: { phone } })}
        data-testid={`send-code-${index}`}
      >
        {t('phones.sendCode')}
      </Button>
      {byHand && (
        <Button
          size="small"
          onClick={() => verifying.save({ params, body: { phone } })}
          data-testid={`verify-${index}`}
        >
          {t('phones.verify')}
        </Button>
      )}
      {sent && (
        <span className="phone-code">
          <Input
            size="small"
            inputMode="numeric"
            maxLength={6}
            aria-label={t('phones.code')}
            placeholder={t('phones.sixDigits')}
            value={code}
            onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
            onKeyDown={onKey}
            data-testid={`code-${index}`}
          />
          <Button
            size="small"
            loading={taking.busy}
            disabled={code.length !== 6}
            onClick={take}
            data-testid={`take-code-${index}`}
          >
            {t('phones.takeCode')}
          </Button>
          <small className="quiet">{t('phones.codeSent', { phone, minutes: PHONE_CODE_MINUTES })}</small>
        </span>
      )}
      {problem !== null && <Alert type="error" title={problem} role="alert" />}
    </>
  );
}
