import type { EquipmentView } from '@liandong/shared/equipment';
import { Alert, Button, Input, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { formatDate } from '../../ui/time';
import { useSave } from '../settings/use-save';
import { EquipmentForm } from './EquipmentForm';
import { EquipmentState } from './EquipmentState';
import { EQUIPMENT_FILTERS, type EquipmentFilter, equipmentFits } from './forces.rules';

const NONE: readonly EquipmentView[] = [];
const LISTS = ['listEquipment', 'searchEquipment'] as const;

function Checked({ item }: { item: EquipmentView }) {
  const { t } = useTranslation('forces');
  return (
    <>
      {item.checkedAt === null ? (
        <span className="faint">{t('equipment.never')}</span>
      ) : (
        <span className="num" title={item.checkedBy ?? ''}>
          {formatDate(item.checkedAt)}
        </span>
      )}{' '}
      {item.checkDue && item.checkedAt !== null && <span className="forces-near">! {t('equipment.checkDue')}</span>}
    </>
  );
}

/** The whole list, team by team, and the parts of it that need somebody. */
export function EquipmentList() {
  const { t } = useTranslation(['forces', 'app']);
  const edits = useSession().may('register.editOwn');
  const { data, error, isPending } = useAnswer('listEquipment', { query: {} });
  const [filter, setFilter] = useState<EquipmentFilter>('all');
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState<EquipmentView | 'new' | null>(null);
  const [ending, setEnding] = useState<EquipmentView | null>(null);
  const check = useSave('checkEquipment', LISTS);
  const retire = useSave('retireEquipment', LISTS);
  const items = data?.items ?? NONE;
  const problem = check.problem ?? retire.problem;
  const mark = ({ id, quantity, condition }: EquipmentView): void =>
    check.save({ params: { id }, body: { quantity, condition } });
  return (
    <>
      <div className="forces-bar">
        <Segmented<EquipmentFilter>
          value={filter}
          onChange={setFilter}
          options={EQUIPMENT_FILTERS.map((value) => ({
            value,
            label: `${t(`forces:equipment.filter.${value}`)} ${items.filter((item) => equipmentFits(item, value, '')).length}`,
          }))}
        />
        <Input
          allowClear
          style={{ width: 240 }}
          placeholder={t('forces:equipment.search')}
          aria-label={t('forces:equipment.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span className="spacer" />
        {edits && (
          <Button onClick={() => setEditing('new')} data-testid="equipment-add">
            {t('forces:equipment.add')}
          </Button>
        )}
      </div>
      {error !== null && (
        <Alert type="error" showIcon title={t('forces:failed')} description={problemText(error, t('app:offline'))} />
      )}
      {problem !== null && <Alert type="error" showIcon title={problem} />}
      <Table<EquipmentView>
        rowKey="id"
        size="small"
        pagination={{ defaultPageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        loading={isPending && error === null}
        dataSource={items.filter((item) => equipmentFits(item, filter, words))}
        locale={{ emptyText: t('forces:equipment.empty') }}
        columns={[
          { title: t('forces:equipment.team'), width: 130, render: (_, item) => item.teamName ?? t('forces:county') },
          {
            title: t('forces:category'),
            width: 100,
            render: (_, item) => <span className="quiet">{item.category}</span>,
          },
          { title: t('forces:equipment.item'), render: (_, item) => <b>{item.name}</b> },
          {
            title: t('forces:equipment.quantity'),
            width: 100,
            render: (_, item) => (
              <span className="num">
                {item.quantity} {item.unit}
              </span>
            ),
          },
          { title: t('forces:equipment.condition'), width: 150, render: (_, item) => <EquipmentState item={item} /> },
          { title: t('forces:equipment.place'), render: (_, item) => <span className="quiet">{item.placeText}</span> },
          {
            title: t('forces:equipment.contact'),
            width: 210,
            render: (_, item) => (
              <span className="num">
                {item.contactName} {item.contactPhone}
              </span>
            ),
          },
          { title: t('forces:equipment.checked'), width: 130, render: (_, item) => <Checked item={item} /> },
          {
            title: <span className="visually-hidden">{t('forces:edit')}</span>,
            width: 280,
            hidden: !edits,
            render: (_, item) => (
              <span className="forces-bar">
                <Button
                  size="small"
                  onClick={() => mark(item)}
                  aria-label={`${t('forces:equipment.check')} ${item.name}`}
                >
                  {t('forces:equipment.check')}
                </Button>
                <Button size="small" onClick={() => setEditing(item)} aria-label={`${t('forces:edit')} ${item.name}`}>
                  {t('forces:edit')}
                </Button>
                <Button size="small" onClick={() => setEnding(item)} aria-label={`${t('forces:retire')} ${item.name}`}>
                  {t('forces:retire')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {editing !== null && <EquipmentForm item={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {ending !== null && (
        <ReasonDialog
          title={t('forces:equipment.retireTitle', { name: ending.name })}
          label={t('forces:reason')}
          onDone={(reason) => retire.save({ params: { id: ending.id }, body: { reason } })}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}
