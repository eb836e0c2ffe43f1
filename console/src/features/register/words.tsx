import { SPECIALTIES, type Specialty } from '@liandong/shared/specialty';
import type { MemberView } from '@liandong/shared/team';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../ui/time';
import { PhoneFlags } from '../messages/PhoneFlags';
import { useFlags } from '../messages/use-flags';

/** A specialty in the language of the page; an unknown code stays itself. */
export function useSpecialty(): (code: string) => string {
  const { t } = useTranslation('register');
  return (code) => (code in SPECIALTIES ? t(`specialty.${code as Specialty}`) : code);
}

type Verified = MemberView['verified'];
const HOW = { reply: 'phones.byReply', hand: 'phones.byHand', code: 'phones.byCode' } as const;

/** ✓ 已核实 2026-11-20, unless the number is known to be another's. */
function VerifiedMark({ phone, verified }: { phone: string; verified: Verified }) {
  const { t } = useTranslation('register');
  const wrong = useFlags()(phone).some((flag) => flag.flag === 'wrong_person');
  const fact = verified.find((one) => one.phone === phone);
  if (!fact || wrong) return null;
  const how = t(HOW[fact.how], { by: fact.by });
  return (
    <small className="verified" title={how} data-testid={`verified-${phone}`}>
      {t('phones.verified', { day: formatDate(fact.at) })}
    </small>
  );
}

/** A number with what is known of it. */
export function KnownPhone({ phone, verified, label }: { phone: string; verified?: Verified; label?: string }) {
  return (
    <span className="phone-line">
      <a className="num" href={`tel:${phone}`}>
        {phone}
      </a>
      {label && <small className="faint">{label}</small>}
      <PhoneFlags phone={phone} />
      <VerifiedMark phone={phone} verified={verified ?? []} />
    </span>
  );
}

/** All numbers of a member in the order they are called. */
export function Numbers({ member }: { member: Pick<MemberView, 'phone' | 'morePhones' | 'verified'> }) {
  return (
    <span className="phone-lines">
      {[{ phone: member.phone, label: '' }, ...member.morePhones].map(({ phone, label }) => (
        <KnownPhone key={phone} phone={phone} label={label} verified={member.verified} />
      ))}
    </span>
  );
}
