import type { LonLat } from '@liandong/shared/basics';
import { Alert, Button, Input, InputNumber, Segmented } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';
import type { AreaDraft } from './SeatAreaEditor';
import { cornersText, readCorners } from './seat-area.rules';

interface Props {
  name: string;
  draft: AreaDraft;
  onChange: (part: Partial<AreaDraft>) => void;
  busy: boolean;
  problem: string | null;
  /** undefined: not ready to be saved. */
  onSave: (() => void) | undefined;
}
type Part = Pick<Props, 'draft' | 'onChange'>;

/** What stands in the field of coordinates, and the corners it was written for: drawn on, it is out of date. */
interface Typed {
  text: string;
  corners: LonLat[];
}
interface CornersProps extends Part {
  typed: Typed | undefined;
  onTyped: (typed: Typed) => void;
}

/** The corners as text, for the keyboard and for what was surveyed elsewhere. */
function Corners({ draft, onChange, typed, onTyped }: CornersProps) {
  const { t } = useTranslation('settings');
  const corners = draft.corners ?? [];
  const wrong = typed !== undefined && readCorners(typed.text) === null;
  const read = (text: string): void => {
    const found = readCorners(text);
    onTyped({ text, corners: found ?? corners });
    if (found !== null) onChange({ corners: found });
  };
  return (
    <>
      <div className="setting-row">
        <Button
          disabled={corners.length === 0}
          onClick={() => onChange({ corners: corners.slice(0, -1) })}
          data-testid="area-undo"
        >
          {t('area.undo')}
        </Button>
        <Button disabled={corners.length === 0} onClick={() => onChange({ corners: [] })} data-testid="area-clear">
          {t('area.clear')}
        </Button>
        <span className="num quiet" data-testid="area-corners">
          {t('area.corners', { count: corners.length })}
        </span>
        {corners.length < 3 && <span className="quiet">{t('area.needThree')}</span>}
      </div>
      <Field label={t('area.coordinates')}>
        {(id) => (
          <>
            <Input.TextArea
              id={id}
              className="num"
              autoSize={{ minRows: 3, maxRows: 5 }}
              status={wrong ? 'error' : undefined}
              value={typed?.text ?? cornersText(corners)}
              onChange={(event) => read(event.target.value)}
              data-testid="area-coordinates"
            />
            {wrong && <small className="planned">! {t('area.wrongLine')}</small>}
          </>
        )}
      </Field>
    </>
  );
}

function Radius({ draft, onChange }: Part) {
  const { t } = useTranslation('settings');
  return (
    <InputNumber
      aria-label={t('area.radius')}
      min={100}
      max={20_000}
      step={100}
      precision={0}
      value={draft.radiusMeters}
      onChange={(radiusMeters) => onChange({ radiusMeters })}
      suffix={t('area.metre')}
      data-testid="area-radius"
    />
  );
}

/** A radius or a line, the reason, and saving. */
export function SeatAreaForm({ name, draft, onChange, busy, problem, onSave }: Props) {
  const { t } = useTranslation('settings');
  const drawn = draft.corners !== null;
  const [lastTyped, setTyped] = useState<Typed>();
  const typed = lastTyped?.corners === draft.corners ? lastTyped : undefined;
  const wrong = typed !== undefined && readCorners(typed.text) === null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!wrong) onSave?.();
  };
  return (
    <form className="setting-form" onSubmit={submit} data-testid="area-form">
      <div className="setting-row">
        <b>{name}</b>
        <Segmented
          aria-label={t('area.by')}
          value={drawn ? 'ring' : 'radius'}
          onChange={(by) => onChange({ corners: by === 'ring' ? [] : null })}
          options={(['radius', 'ring'] as const).map((value) => ({ value, label: t(`area.${value}`) }))}
        />
        {drawn ? <span className="quiet">{t('area.draw')}</span> : <Radius draft={draft} onChange={onChange} />}
      </div>
      {drawn && <Corners draft={draft} onChange={onChange} typed={typed} onTyped={setTyped} />}
      {problem !== null && <Alert type="error" showIcon title={problem} />}
      <div className="setting-row">
        <Input
          aria-label={t('reason')}
          placeholder={t('reasonHint')}
          value={draft.reason}
          maxLength={500}
          onChange={(event) => onChange({ reason: event.target.value })}
          data-testid="setting-reason"
        />
        <Button
          type="primary"
          htmlType="submit"
          disabled={onSave === undefined || wrong}
          loading={busy}
          data-testid="setting-save"
        >
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
