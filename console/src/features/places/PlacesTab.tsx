import { PLACE_GRADES, PLACE_KINDS, type PlaceView } from '@liandong/shared/place';
import { Alert, Button, Checkbox, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { REGISTER, useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { listed } from '../../i18n/punctuation';
import { notify } from '../../ui/notice';
import { useDebounced } from '../../ui/use-debounced';
import { saveFile } from './file';
import { ImportPlaces } from './ImportPlaces';
import { PlaceForm } from './PlaceForm';
import './places.css';

const PAGE = 20;

interface Asked {
  q: string;
  kind: PlaceView['kind'] | undefined;
  township: string | undefined;
  retired: boolean;
  page: number;
}

/** What is open beside the table. */
type Open = { what: 'place'; place: PlaceView | null } | { what: 'import' } | null;

/** 地名: the gazetteer, searched as in intake; edited, retired, imported, exported. */
export function PlacesTab() {
  const { t } = useTranslation(['places', 'settings', 'app']);
  const editable = useSession().may('place.edit');
  const [asked, setAsked] = useState<Asked>({ q: '', kind: undefined, township: undefined, retired: false, page: 1 });
  const [open, setOpen] = useState<Open>(null);
  const ask = (part: Partial<Asked>): void => setAsked((before) => ({ ...before, page: 1, ...part }));
  const q = useDebounced(asked.q.trim(), 200);
  const { data, error, isPending } = useAnswer('listPlaces', {
    query: {
      ...(q === '' ? {} : { q }),
      kind: asked.kind,
      township: asked.township,
      ...(asked.retired ? { retired: '1' as const } : {}),
      page: asked.page,
      limit: PAGE,
    },
  });
  return (
    <div className="settings-tab places-tab">
      <Filters asked={asked} ask={ask} editable={editable} onOpen={setOpen} />
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      <Table<PlaceView>
        rowKey="code"
        size="small"
        loading={isPending && error === null}
        dataSource={data?.items ?? []}
        locale={{ emptyText: t('places:none') }}
        pagination={{
          current: asked.page,
          pageSize: PAGE,
          total: data?.total ?? 0,
          showSizeChanger: false,
          showTotal: (total) => t('places:total', { count: total }),
          onChange: (page) => ask({ page }),
        }}
        columns={[
          { title: t('places:name'), render: (_, { name }) => <b>{name}</b> },
          {
            title: t('places:aliases'),
            render: (_, { aliases }) => <span className="quiet">{listed(aliases)}</span>,
          },
          { title: t('places:kind'), width: 104, render: (_, { kind }) => t(`places:kinds.${kind}`) },
          { title: t('places:township'), width: 110, dataIndex: 'townshipName' },
          {
            title: t('places:point'),
            width: 200,
            render: (_, { location }) => (
              <span className="num">
                {location.lon.toFixed(5)}, {location.lat.toFixed(5)}
              </span>
            ),
          },
          {
            title: t('places:grade'),
            width: 100,
            render: (_, { grade }) => t(`places:grades.${grade as (typeof PLACE_GRADES)[number]}`),
          },
          { title: t('places:basis'), ellipsis: true, render: (_, { basis }) => <span title={basis}>{basis}</span> },
          {
            title: <span className="visually-hidden">{t('settings:edit')}</span>,
            width: 84,
            hidden: !editable,
            render: (_, place) => (
              <Button
                size="small"
                onClick={() => setOpen({ what: 'place', place })}
                data-testid={`place-edit-${place.code}`}
              >
                {t(place.retiredAt === null ? 'settings:edit' : 'places:restore')}
              </Button>
            ),
          },
        ]}
      />
      {open?.what === 'place' && <PlaceForm place={open.place} onClose={() => setOpen(null)} />}
      {open?.what === 'import' && <ImportPlaces onClose={() => setOpen(null)} />}
    </div>
  );
}

interface FilterProps {
  asked: Asked;
  ask: (part: Partial<Asked>) => void;
  editable: boolean;
  onOpen: (open: Open) => void;
}

function Filters({ asked, ask, editable, onOpen }: FilterProps) {
  const { t } = useTranslation(['places', 'app']);
  const { data: townships } = useAnswer('listTownships', undefined, REGISTER);
  const save = (format: 'csv' | 'geojson'): void => {
    call('exportPlaces', { query: { format } }).then(saveFile, (error: unknown) =>
      notify(problemText(error, t('app:offline')), true),
    );
  };
  return (
    <div className="setting-row">
      <Input
        allowClear
        value={asked.q}
        maxLength={60}
        placeholder={t('places:searchHint')}
        aria-label={t('places:search')}
        onChange={(event) => ask({ q: event.target.value })}
        data-testid="places-search"
      />
      <Select
        allowClear
        className="places-filter"
        placeholder={t('places:anyKind')}
        aria-label={t('places:kind')}
        value={asked.kind}
        options={PLACE_KINDS.map((kind) => ({ value: kind, label: t(`places:kinds.${kind}`) }))}
        onChange={(kind) => ask({ kind })}
      />
      <Select
        allowClear
        className="places-filter"
        placeholder={t('places:anyTownship')}
        aria-label={t('places:township')}
        value={asked.township}
        options={(townships?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(township) => ask({ township })}
      />
      <Checkbox checked={asked.retired} onChange={(event) => ask({ retired: event.target.checked })}>
        {t('places:retiredOnly')}
      </Checkbox>
      <span className="spacer" />
      <Button onClick={() => save('csv')} data-testid="places-export">
        {t('places:exportCsv')}
      </Button>
      <Button onClick={() => save('geojson')}>{t('places:exportGeoJson')}</Button>
      {editable && (
        <>
          <Button onClick={() => onOpen({ what: 'import' })} data-testid="places-import">
            {t('places:import')}
          </Button>
          <Button type="primary" onClick={() => onOpen({ what: 'place', place: null })} data-testid="place-add">
            {t('places:add')}
          </Button>
        </>
      )}
    </div>
  );
}
