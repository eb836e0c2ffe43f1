import { Alert, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { EquipmentList } from './EquipmentList';
import { EquipmentResults } from './EquipmentSearch';

/** 装备物资: asked for in words first; below it the whole list with what runs out, is broken or was not looked at. */
export function EquipmentTab() {
  const { t } = useTranslation(['forces', 'app']);
  const maySearch = useSession().may('register.read');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  const [faulty, setFaulty] = useState(false);
  const query = { q: asked, ...(faulty ? { faulty: '1' as const } : {}) };
  const { data, error, isFetching } = useAnswer('searchEquipment', { query }, { enabled: asked !== '', staleTime: 0 });
  const ask = (q: string): void =>
    setSearch(q.trim() === '' ? { tab: 'equipment' } : { tab: 'equipment', q: q.trim() }, { replace: true });
  return (
    <div className="forces-tab">
      {maySearch && (
        <div className="forces-bar">
          <Input.Search
            autoFocus
            allowClear
            style={{ flex: '1 1 420px', maxWidth: 760 }}
            size="large"
            enterButton={t('forces:equipment.go')}
            placeholder={t('forces:equipment.ask')}
            aria-label={t('forces:equipment.dialog')}
            value={typed}
            maxLength={60}
            loading={isFetching}
            onChange={(event) => setTyped(event.target.value)}
            onSearch={ask}
            data-testid="equipment-ask"
          />
          <Checkbox checked={faulty} onChange={(event) => setFaulty(event.target.checked)}>
            {t('forces:equipment.faulty')}
          </Checkbox>
          {asked !== '' && (
            <Button
              onClick={() => {
                setTyped('');
                ask('');
              }}
            >
              {t('forces:equipment.close')}
            </Button>
          )}
        </div>
      )}
      {error !== null && (
        <Alert type="error" showIcon title={t('forces:failed')} description={problemText(error, t('app:offline'))} />
      )}
      {asked !== '' && data !== undefined && <EquipmentResults found={data} />}
      {asked === '' && <EquipmentList />}
    </div>
  );
}
