import type { ObligationView } from '@liandong/shared/obligation';
import { readClock } from '@liandong/shared/obligation.clock';
import { UPWARD_STAGES } from '@liandong/shared/upward';
import { useNow } from '../../ui/clock';
import { ask } from '../desk/desk-state';
import { owesWord } from '../desk/words';
import { OwedClock } from './OwedClock';
import './upward.css';

/** What the incident itself owes now, each with its clock; pressing one writes it. */
export function OwedStrip({ owed }: { owed: readonly ObligationView[] }) {
  const now = useNow();
  if (owed.length === 0) return null;
  return (
    <div className="owed-strip" data-testid="owed-strip">
      {owed.map((obligation) => (
        <button
          key={obligation.id}
          type="button"
          className={readClock(obligation, now).phase}
          onClick={() => write(obligation)}
        >
          {owesWord(obligation)} <OwedClock obligation={obligation} />
        </button>
      ))}
    </div>
  );
}

function write({ kind, stage }: ObligationView): void {
  if (kind === 'situation_report') ask({ of: 'incident', act: 'situation' });
  else ask({ of: 'incident', act: 'upward', stage: UPWARD_STAGES.find((each) => each === stage) });
}
