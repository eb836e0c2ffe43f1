import { api } from '@liandong/shared/api';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { problemText } from '../../api/problem-text';
import { ImportResult } from './ImportResult';
import { RecentImports } from './RecentImports';
import { type UploadChoices, uploadWorkbook } from './upload-workbook';

const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const;

/** 导入导出: template and export, upload, preview, confirm. */
export function WorkbookTab() {
  const { t } = useTranslation(['county', 'app']);
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [choices, setChoices] = useState<UploadChoices>({ datum: 'wgs84', retireMissing: false });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = search.get('import');
  const show = (next: string | null): void => setSearch(next ? { tab: 'workbook', import: next } : { tab: 'workbook' });
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      show((await uploadWorkbook(file, choices)).id);
      await client.invalidateQueries({ queryKey: ['listImports'] });
    } catch (error) {
      setProblem(problemText(error, t('app:offline')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="row">
        <a className="btn" href={api.countyTemplate.path} download data-testid="template">
          {t('county:template')}
        </a>
        <a className="btn" href={api.exportCounty.path} download data-testid="export">
          {t('county:export')}
        </a>
        <span className="quiet">{t('county:exportHint')}</span>
      </div>
      {problem && <Alert type="error" showIcon title={problem} role="alert" data-testid="upload-problem" />}
      {id ? (
        <ImportResult id={id} another={() => show(null)} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition; the field below does the same by keyboard
        <div
          className="drop"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            void take(event.dataTransfer.files[0]);
          }}
        >
          <div className="row">
            <span>
              {t('county:datum')}{' '}
              <Select
                style={{ width: 220 }}
                value={choices.datum}
                aria-label={t('county:datum')}
                options={DATUMS.map((datum) => ({ value: datum, label: t(`county:datums.${datum}`) }))}
                onChange={(datum) => setChoices({ ...choices, datum })}
              />
            </span>
            <Checkbox
              checked={choices.retireMissing}
              onChange={(event) => setChoices({ ...choices, retireMissing: event.target.checked })}
            >
              {t('county:retireMissing')}
            </Checkbox>
          </div>
          <label>
            <b>{t('county:choose')}</b>{' '}
            <input
              type="file"
              accept=".xlsx"
              disabled={busy}
              data-testid="workbook"
              onChange={(event) => void take(event.target.files?.[0])}
            />
          </label>{' '}
          <span className="quiet">{busy ? t('county:loading') : t('county:dropHint')}</span>
        </div>
      )}
      <RecentImports show={show} />
    </>
  );
}
