import type { PagedPerson } from '@liandong/shared/ladder';
import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { useKeys } from '../../ui/keys';
import { formatMinute } from '../../ui/time';
import { markReached } from './actions';
import { stillPaged } from './ladder.rules';
import { postWord } from './words';

interface Props {
  order: OrderView;
  paged: readonly PagedPerson[];
  /** The key acts on the chosen order alone. */
  selected: boolean;
}

/** 逐人确认: who has answered himself, and who is still called; one key takes down that the next one was told by word. */
export function Paged({ order, paged, selected }: Props) {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const waiting = stillPaged(paged);
  const next = waiting[0];
  const markable = may('reply.settle') && isOpen(order.status) && next !== undefined;
  useKeys({ o: () => next !== undefined && void markReached(order, next) }, { enabled: selected && markable });
  return (
    <div className="paged" data-testid={`paged-${order.teamCode}`}>
      <span className="quiet">{t('paged', { answered: paged.length - waiting.length, all: paged.length })}</span>
      <ul>
        {paged.map((person) => (
          <li key={person.phone} className={person.answeredAt === null ? 'waiting' : 'good'}>
            <span title={person.phone}>
              {person.name} <span className="faint">{postWord(person.post)}</span>
            </span>
            {person.answeredAt === null ? (
              markable && (
                <button
                  type="button"
                  className="btn ghost"
                  aria-label={`${person.name} ${t('reached')}`}
                  data-testid={`reached-${person.phone}`}
                  onClick={() => void markReached(order, person)}
                >
                  {t('reached')} {selected && person === next && <kbd>O</kbd>}
                </button>
              )
            ) : (
              <span className="faint">
                {t('pagedAnswered', { at: formatMinute(person.answeredAt) })}
                {person.answeredBy !== null && person.answeredBy !== person.name && ` · ${person.answeredBy}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
