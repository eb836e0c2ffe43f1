import { Alert, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../settings/Field';
import { DATUMS, type Datum } from './datums';

interface Props {
  accept: string;
  datum: Datum;
  basis: string;
  onFile: (file: File | null) => void;
  onDatum: (datum: Datum) => void;
  onBasis: (basis: string) => void;
}

/** What every import asks: the file, the datum its coordinates are in, what it rests on. */
export function ImportFields({ accept, datum, basis, onFile, onDatum, onBasis }: Props) {
  const { t } = useTranslation('places');
  return (
    <div className="place-fields">
      <Field label={t('file')}>
        {(id) => (
          <input
            id={id}
            className="field"
            type="file"
            accept={accept}
            onChange={(event) => onFile(event.target.files?.[0] ?? null)}
            data-testid="import-file"
          />
        )}
      </Field>
      <Field label={t('datum')}>
        {(id) => (
          <Select
            id={id}
            value={datum}
            options={DATUMS.map((each) => ({ value: each, label: t(`datums.${each}`) }))}
            onChange={onDatum}
            data-testid="import-datum"
          />
        )}
      </Field>
      <Field label={t('basis')}>
        {(id) => (
          <Input
            id={id}
            value={basis}
            maxLength={200}
            placeholder={t('basisHint')}
            onChange={(event) => onBasis(event.target.value)}
            data-testid="import-basis"
          />
        )}
      </Field>
    </div>
  );
}

interface Remark {
  row: number;
  column: string;
  message: string;
}

/** Errors and warnings of a file, row by row. */
export function Remarks({ errors, warnings }: { errors: readonly Remark[]; warnings: readonly Remark[] }) {
  const { t } = useTranslation('places');
  const list = (remarks: readonly Remark[]) => (
    <ul className="import-remarks">
      {remarks.map(({ row, column, message }) => (
        <li key={`${row} ${column} ${message}`}>
          <b>{t('rowAt', { row, column })}</b> {message}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {errors.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('errorsTitle', { count: errors.length })}
          description={list(errors)}
          data-testid="import-errors"
        />
      )}
      {warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('warningsTitle', { count: warnings.length })}
          description={list(warnings)}
          data-testid="import-warnings"
        />
      )}
    </>
  );
}
