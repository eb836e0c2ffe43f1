import { BORDER_LAYERS, type BorderPreview } from '@liandong/shared/place';
import { Alert, Checkbox, Select, Table } from 'antd';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '../../i18n/punctuation';
import { useDebounced } from '../../ui/use-debounced';
import { Field } from '../settings/Field';
import { useSave } from '../settings/use-save';
import type { Datum } from './datums';
import { asBase64 } from './file';
import { ImportDrawer } from './ImportDrawer';
import { ImportFields, Remarks } from './ImportFields';
import { usePreview } from './use-preview';

const BordersMap = lazy(() => import('./BordersMap'));
type Layer = (typeof BORDER_LAYERS)[number];

/** A GeoJSON with areas: matched, measured and drawn first; taken whole or not at all. */
export function ImportBorders({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('places');
  const [layer, setLayer] = useState<Layer>('townships');
  const [content, setContent] = useState<string | null>(null);
  const [datum, setDatum] = useState<Datum>('wgs84');
  const [basis, setBasis] = useState('');
  const [removeMissing, setRemoveMissing] = useState(false);
  const said = useDebounced(basis.trim(), 400);
  const body =
    content === null || said.length < 2
      ? null
      : { layer, datum, basis: said, content, removeMissing: layer === 'grids' && removeMissing };
  const { preview, problem, looking } = usePreview('previewBorders', body);
  const stale = ['getBorders', 'listTownships', 'previewTargets'] as const;
  const { save, busy, problem: refused } = useSave('importBorders', stale, onClose);
  const ready = body !== null && preview !== null && preview.errors.length === 0 && preview.areas.length > 0;
  const take = (file: File | null): void => {
    setContent(null);
    if (file !== null) void asBase64(file).then(setContent);
  };
  return (
    <ImportDrawer
      title={t('importBordersTitle')}
      hint={t('importBordersHint')}
      size={860}
      testid="import-borders"
      {...{ problem, refused, looking, busy, ready, onClose }}
      onApply={(reason) => body !== null && save({ body: { ...body, reason } })}
      fields={
        <>
          <Field label={t('layer')}>
            {(id) => (
              <Select
                id={id}
                value={layer}
                options={BORDER_LAYERS.map((each) => ({ value: each, label: t(`layers.${each}`) }))}
                onChange={setLayer}
                data-testid="import-layer"
              />
            )}
          </Field>
          <ImportFields
            accept=".json,.geojson"
            datum={datum}
            basis={basis}
            onFile={take}
            onDatum={setDatum}
            onBasis={setBasis}
          />
        </>
      }
      preview={
        preview !== null && (
          <Preview preview={preview}>
            {layer === 'grids' && preview.missing.length > 0 && (
              <Checkbox
                checked={removeMissing}
                onChange={(event) => setRemoveMissing(event.target.checked)}
                data-testid="remove-missing"
              >
                {t('removeMissing', { count: preview.missing.length })}
              </Checkbox>
            )}
          </Preview>
        )
      }
    />
  );
}

function Preview({
  preview: { areas, missing, errors, warnings },
  children,
}: {
  preview: BorderPreview;
  children: ReactNode;
}) {
  const { t } = useTranslation('places');
  const outlines = useMemo(() => areas.map(({ outline }) => outline), [areas]);
  return (
    <>
      <Remarks errors={errors} warnings={warnings} />
      {missing.length > 0 && <Alert type="info" showIcon title={t('missing', { names: listed(missing) })} />}
      {children}
      <Suspense fallback={<div className="area-map borders-map" />}>
        <BordersMap outlines={outlines} />
      </Suspense>
      <Table
        rowKey="code"
        size="small"
        pagination={areas.length > 30 ? { pageSize: 30, showSizeChanger: false } : false}
        dataSource={areas}
        data-testid="import-areas"
        columns={[
          { title: t('area'), dataIndex: 'name' },
          {
            title: t('areaKm2'),
            align: 'right',
            render: (_, { areaKm2 }) => <span className="num">{areaKm2.toFixed(2)}</span>,
          },
        ]}
      />
    </>
  );
}
