import type { ImportIssue } from '@liandong/shared/county';
import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../ui/notice';
import { asLines, filtered } from './issues.rules';

/** Errors or warnings: filtered, and copied to whoever has to put them right. */
export function Issues({ title, issues, count }: { title: string; issues: ImportIssue[]; count: number }) {
  const { t } = useTranslation('county');
  const [words, setWords] = useState('');
  const shown = filtered(issues, words).map((issue, key) => ({ ...issue, key }));
  const heads = [t('sheet'), t('row'), t('column'), t('value'), t('wrong'), t('right')];
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(asLines(shown, heads));
    notify(t('copied', { count: shown.length }));
  };
  const keys = ['sheet', 'row', 'column', 'value', 'wrong', 'right'] as const;
  return (
    <section data-testid="issues">
      <div className="row">
        <h3>{title}</h3>
        <Input
          style={{ width: 240 }}
          allowClear
          value={words}
          placeholder={t('filter')}
          aria-label={t('filter')}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        {issues.length < count && <span className="quiet">{t('listed', { count: issues.length })}</span>}
      </div>
      <Table
        size="small"
        rowKey="key"
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        dataSource={shown}
        columns={keys.map((key, index) => ({ title: heads[index], dataIndex: key }))}
      />
    </section>
  );
}
