import type { EquipmentView } from '@liandong/shared/equipment';
import { EQUIPMENT_CONDITIONS, type EquipmentCondition } from '@liandong/shared/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { formatDate } from '../../ui/time';
import { PaperBar } from '../PaperBar';
import { useAct } from './use-act';
import './forces.css';

const SIGNS: Record<EquipmentCondition, string> = { good: '✓', repair: '!', unusable: '□' };

/** Counting one item: how many, and how it was found. */
function Count({ item, onDone }: { item: EquipmentView; onDone: () => void }) {
  const { t } = useTranslation('forces');
  const [quantity, setQuantity] = useState(String(item.quantity));
  const [condition, setCondition] = useState(item.condition);
  const { run, busy, problem } = useAct('checkEquipment', 'listEquipment');
  const ready = /^\d{1,7}$/.test(quantity.trim());
  const save = async (): Promise<void> => {
    if (await run({ params: { id: item.id }, body: { quantity: Number(quantity), condition } })) onDone();
  };
  return (
    <div className="count">
      <label>
        {t('equipment.quantity')}
        <input
          className="field num"
          inputMode="numeric"
          value={quantity}
          maxLength={7}
          onChange={(event) => setQuantity(event.target.value)}
          data-testid="field-quantity"
        />
      </label>
      <fieldset className="conditions" aria-label={t('equipment.condition')}>
        {EQUIPMENT_CONDITIONS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === condition}
            className="small"
            onClick={() => setCondition(each)}
          >
            {SIGNS[each]} {t(`equipment.${each}`)}
          </button>
        ))}
      </fieldset>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button
        type="button"
        className="small primary"
        disabled={!ready || busy}
        onClick={() => void save()}
        data-testid="field-count-save"
      >
        {t('equipment.check')}
      </button>
    </div>
  );
}

function Item({ item }: { item: EquipmentView }) {
  const { t } = useTranslation('forces');
  const [counting, setCounting] = useState(false);
  return (
    <li>
      <button
        type="button"
        className="item"
        aria-expanded={counting}
        onClick={() => setCounting(!counting)}
        data-testid={`field-item-${item.name}`}
      >
        <span>
          <b>{item.name}</b> <small className="quiet">{item.category}</small>
          <small className={item.condition === 'good' ? 'quiet' : 'near'}>
            {SIGNS[item.condition]} {t(`equipment.${item.condition}`)}
            {item.expiry && ` · ! ${t(`equipment.${item.expiry}`)} ${item.expiresOn}`}
          </small>
          <small className={item.checkDue ? 'near' : 'quiet'}>
            {item.checkedAt === null
              ? t('equipment.never')
              : `${t('equipment.checked')} ${formatDate(item.checkedAt)}${item.checkDue ? ` · ! ${t('equipment.checkDue')}` : ''}`}
          </small>
        </span>
        <b className="num">
          {item.quantity} {item.unit}
        </b>
      </button>
      {counting && <Count item={item} onDone={() => setCounting(false)} />}
    </li>
  );
}

/** What the team keeps: each counted on the spot. */
export function EquipmentPage() {
  const { t } = useTranslation(['forces', 'field']);
  const { data, error } = useAnswer('listEquipment', { query: {} });
  return (
    <>
      <PaperBar title={t('forces:field.equipmentHeading')} fallback={{ name: 'orders' }} />
      <section className="paper-body flush" aria-label={t('forces:field.equipmentHeading')}>
        {!data && <p className="centred quiet">{error ? t('forces:field.failed') : t('field:loading')}</p>}
        {data?.items.length === 0 && <p className="centred quiet">{t('forces:field.none')}</p>}
        <ul className="field-forces">
          {data?.items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      </section>
    </>
  );
}
