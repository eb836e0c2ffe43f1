import type { TeamOrder } from '@liandong/shared/order';
import type { Casualties } from '@liandong/shared/situation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tap } from './outbox';
import { Sheet } from './Sheet';
import { Stepper } from './Stepper';
import {
  EMPTY_SITUATION,
  FIGURES,
  hasSituation,
  knownFigures,
  type SituationDraft,
  situationOf,
} from './situation.rules';
import { forget, readStored, store } from './storage';

const QUICK = ['reinforce', 'rescued', 'blocked'] as const;

/** A draft of an earlier version of this app was the words alone. */
function readDraft(key: string): SituationDraft {
  const kept = readStored<SituationDraft | string>(key, EMPTY_SITUATION);
  return typeof kept === 'string' ? { ...EMPTY_SITUATION, note: kept } : kept;
}

/** The figures this phone sent last for the order: most of them still hold. */
function LastFigures({ last, onTake }: { last: Casualties; onTake: () => void }) {
  const { t } = useTranslation('field');
  const words = knownFigures(last)
    .map(([name, count]) => `${t(`situation.figures.${name}`)} ${count}`)
    .join(' · ');
  if (words === '') return null;
  return (
    <button type="button" className="chip" onClick={onTake}>
      {t('situation.figures.again', { words })}
    </button>
  );
}

interface FiguresProps {
  casualties: Casualties;
  /** What was sent before. */
  last: Casualties;
  onChange: (casualties: Casualties) => void;
}

function Figures({ casualties, last, onChange }: FiguresProps) {
  const { t } = useTranslation('field');
  return (
    <fieldset>
      <legend>{t('situation.figures.heading')}</legend>
      {knownFigures(casualties).length === 0 && <LastFigures last={last} onTake={() => onChange(last)} />}
      <div className="figures">
        {FIGURES.map((name) => (
          <Stepper
            key={name}
            label={t(`situation.figures.${name}`)}
            value={casualties[name]}
            unknown={t('situation.figures.unknown')}
            onChange={(value) => onChange({ ...casualties, [name]: value })}
            testId={`field-situation-${name}`}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** 动态报告: words and figures. The draft is kept on the phone until it is sent. */
export function SituationSheet({ order, onClose }: { order: TeamOrder; onClose: () => void }) {
  const { t } = useTranslation('field');
  const key = `liandong.field.draft.${order.id}`;
  const lastKey = `liandong.field.figures.${order.id}`;
  const [draft, setDraft] = useState(() => readDraft(key));
  const [last] = useState(() => readStored<Casualties>(lastKey, {}));
  const { note, casualties } = draft;

  function write(patch: Partial<SituationDraft>): void {
    const next = { ...draft, ...patch };
    setDraft(next);
    store(key, next);
  }
  function send(): void {
    tap(order, { kind: 'situation', ...situationOf(draft) });
    forget(key);
    store(lastKey, { ...last, ...casualties });
    onClose();
  }
  return (
    <Sheet title={`${t('situation.heading')} · ${t('code', { code: order.code })}`} onClose={onClose}>
      <div className="chips line">
        {QUICK.map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            onClick={() => write({ note: `${note}${t(`situation.quick.${name}`)}` })}
          >
            {t(`situation.quick.${name}`).replace(/[：:]\s*$/, '')}
          </button>
        ))}
      </div>
      <label className="block">
        {t('situation.text')}
        <textarea
          className="field"
          rows={2}
          maxLength={500}
          placeholder={t('situation.hint')}
          value={note}
          onChange={(event) => write({ note: event.target.value })}
          data-testid="field-situation-note"
        />
      </label>
      <Figures casualties={casualties} last={last} onChange={(next) => write({ casualties: next })} />
      <button
        type="button"
        className="big sheet-send"
        disabled={!hasSituation(draft)}
        onClick={send}
        data-testid="field-situation-send"
      >
        {t('situation.send')}
      </button>
    </Sheet>
  );
}
