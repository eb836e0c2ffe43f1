import { BORDER_LAYERS, type BordersView, type MultiPolygon } from '@liandong/shared/place';
import { Alert, Button, Table } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { REGISTER, useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { notify } from '../../ui/notice';
import { saveFile } from './file';
import { ImportBorders } from './ImportBorders';
import './places.css';

/** The map library is large: it comes after the table. */
const BordersMap = lazy(() => import('./BordersMap'));

/** One area in force, as the table shows it. */
interface Row {
  code: string;
  name: string;
  what: 'county' | 'townships' | 'grids';
  areaKm2: number;
  basis: string;
  seat: string | null;
}

const NO_OUTLINES: readonly MultiPolygon[] = [];

function rowsOf(
  { county, grids, townships }: BordersView,
  seatWords: (area: BordersView['townships'][number]) => string,
): Row[] {
  return [
    ...(county ? [{ ...county, what: 'county' as const, seat: null }] : []),
    ...townships.map((each) => ({ ...each, what: 'townships' as const, seat: seatWords(each) })),
    ...grids.map((each) => ({ ...each, what: 'grids' as const, seat: null })),
  ];
}

/** 边界: what is in force and what it rests on, on the map; import and export. */
export function BordersTab() {
  const { t } = useTranslation(['places', 'settings', 'app']);
  const editable = useSession().may('place.edit');
  const { data, error, isPending } = useAnswer('getBorders', undefined, REGISTER);
  const { data: townships } = useAnswer('listTownships', undefined, REGISTER);
  const [chosen, setChosen] = useState<string | null>(null);
  const [importing, setImporting] = useState(false);
  const rows = data
    ? rowsOf(data, ({ seatAreaKm2, seatRadiusMeters }) =>
        seatAreaKm2 === null
          ? t('places:seatRadius', { metres: seatRadiusMeters })
          : t('places:seatDrawn', { km2: seatAreaKm2.toFixed(2) }),
      )
    : [];
  const outlines = useMemo(() => {
    const areas = [...(townships?.items ?? []), ...(data?.grids ?? []), ...(data?.county ? [data.county] : [])];
    const found = areas.find(({ code }) => code === chosen);
    return found ? [found.outline] : NO_OUTLINES;
  }, [townships, data, chosen]);
  return (
    <div className="settings-tab">
      <Actions editable={editable} onImport={() => setImporting(true)} />
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      {data !== undefined && data.county === null && <Alert type="info" showIcon title={t('places:noCounty')} />}
      <div className="borders-body">
        <Table<Row>
          rowKey={({ what, code }) => `${what} ${code}`}
          size="small"
          loading={isPending && error === null}
          dataSource={rows}
          pagination={rows.length > 60 ? { pageSize: 40, showSizeChanger: false } : false}
          rowClassName={({ code }) => (code === chosen ? 'area-row chosen' : 'area-row')}
          onRow={({ code }) => ({ onClick: () => setChosen(code) })}
          columns={[
            {
              title: t('places:area'),
              render: (_, { code, name }) => (
                <button type="button" aria-pressed={code === chosen} data-testid={`border-${code}`}>
                  {name}
                </button>
              ),
            },
            { title: t('places:layer'), render: (_, { what }) => t(`places:layers.${what}`) },
            {
              title: t('places:areaKm2'),
              align: 'right',
              render: (_, { areaKm2 }) => <span className="num">{areaKm2.toFixed(1)}</span>,
            },
            { title: t('places:seatArea'), render: (_, { seat }) => seat },
            {
              title: t('places:basis'),
              render: (_, { basis }) => (basis === '示意' ? t('places:grades.示意') : basis),
            },
          ]}
        />
        <Suspense fallback={<div className="area-map borders-map" />}>
          <BordersMap outlines={outlines} />
        </Suspense>
      </div>
      {importing && <ImportBorders onClose={() => setImporting(false)} />}
    </div>
  );
}

function Actions({ editable, onImport }: { editable: boolean; onImport: () => void }) {
  const { t } = useTranslation(['places', 'app']);
  const save = (layer: (typeof BORDER_LAYERS)[number]): void => {
    call('exportBorders', { query: { layer } }).then(saveFile, (error: unknown) =>
      notify(problemText(error, t('app:offline')), true),
    );
  };
  return (
    <div className="setting-row">
      <span className="quiet">{t('places:bordersHint')}</span>
      <span className="spacer" />
      {BORDER_LAYERS.map((layer) => (
        <Button key={layer} size="small" onClick={() => save(layer)} data-testid={`borders-export-${layer}`}>
          {t('places:exportLayer', { layer: t(`places:layers.${layer}`) })}
        </Button>
      ))}
      {editable && (
        <Button type="primary" onClick={onImport} data-testid="borders-import">
          {t('places:import')}
        </Button>
      )}
    </div>
  );
}
