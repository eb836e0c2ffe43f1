import type { ImportView } from '@liandong/shared/county';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress, Table } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { useSave } from '../settings/use-save';
import { ImportChanges } from './ImportChanges';
import { Issues } from './Issues';

const RUNNING: readonly ImportView['state'][] = ['reading', 'applying'];
const POLL_MS = 500;

/** One import from its reading to its end. */
export function ImportResult({ id, another }: { id: string; another: () => void }) {
  const { t } = useTranslation('county');
  const client = useQueryClient();
  const request = { params: { id } };
  const { data, isError, refetch } = useAnswer('getImport', request, { staleTime: 0 });
  const { save, busy, problem } = useSave('applyImport', ['getImport']);
  const running = data !== undefined && RUNNING.includes(data.state);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void refetch(), POLL_MS);
    return () => clearInterval(timer);
  }, [running, refetch]);
  const state = data?.state;
  useEffect(() => {
    if (state) void client.invalidateQueries({ queryKey: ['listImports'] });
  }, [state, client]);
  const applied = state === 'applied';
  // Everything the register shows may be another now.
  useEffect(() => {
    if (applied) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'getImport' });
  }, [applied, client]);
  if (!data) return <p role="status">{t(isError ? 'failed' : 'loading')}</p>;
  const bad = data.state === 'refused' || data.state === 'failed';
  return (
    <section data-testid="import-result">
      <h3>{data.fileName}</h3>
      <Alert
        type={bad ? 'error' : applied ? 'success' : 'info'}
        title={t(`state.${data.state}`)}
        description={data.detail ?? undefined}
        data-testid={`import-${data.state}`}
      />
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {running && <Bars progress={data.progress} />}
      {data.sheets.length > 0 && <Counts sheets={data.sheets} />}
      <div className="row">
        {data.state === 'ready' && (
          <Button type="primary" loading={busy} onClick={() => save(request)} data-testid="apply">
            {t('apply')}
          </Button>
        )}
        {!running && <Button onClick={another}>{t('again')}</Button>}
      </div>
      {(data.state === 'ready' || applied) && <ImportChanges key={data.state} id={id} sheets={data.sheets} />}
      {data.problemCount > 0 && (
        <Issues title={t('problems', { count: data.problemCount })} issues={data.problems} count={data.problemCount} />
      )}
      {data.warningCount > 0 && (
        <Issues title={t('warnings', { count: data.warningCount })} issues={data.warnings} count={data.warningCount} />
      )}
    </section>
  );
}

function Bars({ progress }: { progress: ImportView['progress'] }) {
  const { t } = useTranslation('county');
  const part = (count: number): number => (progress.rows === 0 ? 0 : Math.round((count / progress.rows) * 100));
  return (
    <div>
      {(['read', 'checked', 'written'] as const).map((phase) => (
        <div className="row" key={phase}>
          <span>{t(`progress.${phase}`)}</span>
          <span className="num">{t('rows', { count: progress[phase] })}</span>
          <Progress style={{ flex: 1 }} percent={part(progress[phase])} aria-label={t(`progress.${phase}`)} />
        </div>
      ))}
    </div>
  );
}

function Counts({ sheets }: { sheets: ImportView['sheets'] }) {
  const { t } = useTranslation('county');
  const keys = ['added', 'changed', 'unchanged', 'retired'] as const;
  return (
    <Table
      size="small"
      rowKey="sheet"
      pagination={false}
      dataSource={sheets}
      data-testid="counts"
      columns={[
        { title: t('sheet'), dataIndex: 'sheet' },
        { title: t('total'), dataIndex: 'rows', align: 'right' as const },
        ...keys.map((key) => ({ title: t(key), dataIndex: key, align: 'right' as const })),
      ]}
    />
  );
}
