import type { MessageHealth } from '@liandong/shared/message';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSession } from '../../app/session';
import { useAlarmSound } from '../../ui/alarm-sound';
import { alarmKey, dangerFacts, dangers, stillTaken } from './health.rules';
import { useHealth } from './use-health';

/** The server says it in Chinese; another language says the same facts in its own words. */
function useDangerWords(health: MessageHealth | undefined): string[] {
  const { t, i18n } = useTranslation(['messages', 'signs']);
  const texts = dangers(health);
  if (health === undefined || texts.length === 0 || i18n.language !== 'en') return texts;
  const facts = dangerFacts(health).map((danger) => {
    if (danger.kind === 'dead') return t('messages:bannerDead', { channel: t(`signs:channel.${danger.channel}`) });
    if (danger.kind === 'stuck') return t('messages:bannerStuck', { count: danger.count });
    return t('messages:bannerSick', { line: t(`signs:line.${danger.line}`) });
  });
  return facts.length > 0 ? facts : texts;
}

/** Above every page while messages do not go out; at the desks it sounds until somebody takes it. */
export function HealthBanner() {
  const { t } = useTranslation('messages');
  const { may } = useSession();
  const words = useDangerWords(useHealth().data);
  const present = words.map(alarmKey);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const known = stillTaken(taken, present);
  if (known.length < taken.length) setTaken(known);
  const fresh = present.filter((key) => !known.includes(key));
  useAlarmSound('messages', may('reply.settle') ? fresh.at(-1) : undefined);
  const here = useLocation().pathname.startsWith('/messages');
  if (words.length === 0) return null;
  const take = (): void => setTaken(present);
  return (
    <div className="banner" role="alert" data-testid="health-banner">
      <b>
        ▲ {t('banner')} · {words.join('；')}
      </b>
      <span className="spacer" />
      {!here && (
        <Link className="btn ghost" to="/messages" onClick={take}>
          {t('bannerOpen')} <kbd>F9</kbd>
        </Link>
      )}
      {fresh.length > 0 && may('reply.settle') && (
        <button type="button" className="btn ghost" onClick={take} data-testid="health-take">
          {t('bannerTake')}
        </button>
      )}
    </div>
  );
}
