import type { PlaceImportPreview } from '@liandong/shared/place';
import { Alert, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../../ui/use-debounced';
import { useSave } from '../settings/use-save';
import type { Datum } from './datums';
import { asBase64, formatOf } from './file';
import { ImportDrawer } from './ImportDrawer';
import { ImportFields, Remarks } from './ImportFields';
import { usePreview } from './use-preview';

/** A file with places: what it would do is shown first; taken whole or not at all. */
export function ImportPlaces({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('places');
  const [file, setFile] = useState<{ format: 'csv' | 'geojson'; content: string } | null>(null);
  const [datum, setDatum] = useState<Datum>('wgs84');
  const [basis, setBasis] = useState('');
  const said = useDebounced(basis.trim(), 400);
  const body = file === null || said.length < 2 ? null : { ...file, datum, basis: said };
  const { preview, problem, looking } = usePreview('previewPlaceImport', body);
  const { save, busy, problem: refused } = useSave('importPlaces', ['listPlaces', 'searchPlaces'], onClose);
  const ready = body !== null && preview !== null && preview.wrong === 0 && preview.added + preview.changed > 0;
  const take = (chosen: File | null): void => {
    setFile(null);
    if (chosen !== null) void asBase64(chosen).then((content) => setFile({ format: formatOf(chosen.name), content }));
  };
  return (
    <ImportDrawer
      title={t('importTitle')}
      hint={t('importHint')}
      size={720}
      testid="import-places"
      {...{ problem, refused, looking, busy, ready, onClose }}
      onApply={(reason) => body !== null && save({ body: { ...body, reason } })}
      fields={
        <ImportFields
          accept=".csv,.txt,.json,.geojson"
          datum={datum}
          basis={basis}
          onFile={take}
          onDatum={setDatum}
          onBasis={setBasis}
        />
      }
      preview={preview !== null && <Preview preview={preview} />}
    />
  );
}

function Preview({ preview }: { preview: PlaceImportPreview }) {
  const { t } = useTranslation('places');
  const { rows, added, changed, unchanged, wrong, atSeat, encoding } = preview;
  return (
    <>
      <dl className="import-counts" data-testid="import-counts">
        {(Object.entries({ rows, added, changed, unchanged, wrong }) as [keyof typeof COUNTS, number][]).map(
          ([key, count]) => (
            <div key={key} className={key === 'wrong' && count > 0 ? 'wrong' : undefined}>
              <dt>{t(`counts.${key}`)}</dt>
              <dd className="num">{count}</dd>
            </div>
          ),
        )}
        <div>
          <dt>{t('encoding')}</dt>
          <dd>{encoding.toUpperCase()}</dd>
        </div>
      </dl>
      {atSeat > 0 && <Alert type="info" showIcon title={t('atSeat', { count: atSeat })} data-testid="import-at-seat" />}
      <Remarks errors={preview.errors} warnings={preview.warnings} />
      {preview.sample.length > 0 && (
        <Table
          rowKey={({ code, name, townshipName }) => `${code} ${townshipName} ${name}`}
          size="small"
          pagination={false}
          dataSource={preview.sample}
          title={() => t('sample')}
          columns={[
            { title: t('name'), dataIndex: 'name' },
            { title: t('township'), dataIndex: 'townshipName' },
            {
              title: t('pointWgs84'),
              render: (_, { location }) => (
                <span className="num">
                  {location.lon.toFixed(5)}, {location.lat.toFixed(5)}
                </span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

const COUNTS = { rows: 0, added: 0, changed: 0, unchanged: 0, wrong: 0 };
