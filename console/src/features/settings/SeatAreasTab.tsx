import type { TownshipView } from '@liandong/shared/place';
import { Alert, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { SeatAreaEditor } from './SeatAreaEditor';

type Township = z.infer<typeof TownshipView>;
const NONE: readonly Township[] = [];

/** 驻地区域 of every township: a radius round its seat, or a line drawn on the map. */
export function SeatAreasTab({ editable }: { editable: boolean }) {
  const { t } = useTranslation(['settings', 'app']);
  const { data, error, isPending } = useAnswer('listTownships');
  const [code, setCode] = useState<string | null>(null);
  const townships = data?.items ?? NONE;
  const shown = townships.find((each) => each.code === code) ?? townships[0];
  return (
    <div className="settings-tab">
      <p className="quiet">{t('settings:area.hint')}</p>
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      <div className="area-body">
        <Table<Township>
          rowKey="code"
          size="small"
          className="area-list"
          pagination={false}
          loading={isPending && error === null}
          dataSource={[...townships]}
          rowClassName={(each) => (each.code === shown?.code ? 'area-row chosen' : 'area-row')}
          onRow={(each) => ({ onClick: () => setCode(each.code) })}
          columns={[
            {
              title: t('settings:area.township'),
              render: (_, each) => (
                <button type="button" aria-pressed={each.code === shown?.code} data-testid={`area-${each.code}`}>
                  {each.name}
                </button>
              ),
            },
            {
              title: t('settings:area.by'),
              render: (_, { seatArea, seatRadiusMeters }) =>
                seatArea === null ? (
                  <span className="num quiet">{t('settings:area.metres', { metres: seatRadiusMeters })}</span>
                ) : (
                  <b>
                    ⬠ {t('settings:area.ring')}{' '}
                    <small className="num">{t('settings:area.corners', { count: seatArea.length - 1 })}</small>
                  </b>
                ),
            },
          ]}
        />
        {shown !== undefined && (
          <SeatAreaEditor key={shown.code} township={shown} townships={townships} editable={editable} />
        )}
      </div>
    </div>
  );
}
