import { DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../ui/clock';
import { fromCountyField, toCountyField } from '../desk/county-time.rules';

/** When a change is to count: null at once, else the county's wall clock, `2026-07-14T14:00`. The picker knows no zones. */
export type Effective = string | null;
const HOUR_MS = 3_600_000;

/** The instant a change is to count from; null while the field holds none. */
export const effectiveInstant = (effective: Effective): string | null =>
  effective === null ? new Date(serverNow()).toISOString() : fromCountyField(effective);

/** The next full hour but one: a plan, not a haste. */
const suggestion = (): string => toCountyField(Math.ceil((serverNow() + HOUR_MS) / HOUR_MS) * HOUR_MS).slice(0, 16);

/** At once, or from an instant to come. */
export function EffectiveField({ value, onChange }: { value: Effective; onChange: (value: Effective) => void }) {
  const { t } = useTranslation('settings');
  return (
    <div className="setting-field">
      <span className="quiet">{t('from')}</span>
      <div className="setting-row">
        <Segmented
          aria-label={t('from')}
          value={value === null ? 'now' : 'later'}
          onChange={(when) => onChange(when === 'now' ? null : suggestion())}
          options={[
            { value: 'now', label: t('atOnce') },
            { value: 'later', label: t('later') },
          ]}
        />
        {value !== null && (
          <DatePicker
            aria-label={t('laterLabel')}
            format="YYYY-MM-DD HH:mm"
            showTime={{ format: 'HH:mm' }}
            allowClear={false}
            needConfirm={false}
            minDate={dayjs(toCountyField(serverNow()))}
            value={dayjs(value)}
            onChange={(at) => at && onChange(at.format('YYYY-MM-DDTHH:mm'))}
          />
        )}
      </div>
      <small className="faint">{t('notBack')}</small>
    </div>
  );
}
