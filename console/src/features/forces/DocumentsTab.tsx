import type { DocumentRow } from '@liandong/shared/document';
import { Alert, Button, Checkbox, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { attachmentUrl } from '../../api/upload';
import { useSession } from '../../app/session';
import { formatDate } from '../../ui/time';
import { DocumentDrawer } from './DocumentDrawer';
import { DocumentForm } from './DocumentForm';

const NONE: readonly DocumentRow[] = [];

/** How many teams have read the current version; short of all it stands out. */
export function ReadCount({ row }: { row: Pick<DocumentRow, 'read' | 'readers'> }) {
  const { t } = useTranslation('forces');
  const whole = row.read >= row.readers;
  return (
    <span className={`num ${whole ? 'forces-met' : 'forces-near'}`}>
      {whole ? '✓' : '!'} {t('documents.readOf', { read: row.read, readers: row.readers })}
    </span>
  );
}

/** 工作方案 and other documents: the current version, and who has read it. */
export function DocumentsTab() {
  const { t } = useTranslation(['forces', 'app']);
  const { data, error, isPending } = useAnswer('listDocuments', { query: {} });
  const [words, setWords] = useState('');
  const [unread, setUnread] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const mayWrite = useSession().may('document.write');
  const typed = words.trim().toLowerCase();
  const shown = (data?.items ?? NONE).filter(
    (row) =>
      (!unread || row.read < row.readers) &&
      `${row.title} ${row.teamCode ?? ''} ${row.teamName ?? ''}`.toLowerCase().includes(typed),
  );
  return (
    <div className="forces-tab">
      <div className="forces-bar">
        <Input.Search
          allowClear
          style={{ width: 260 }}
          placeholder={t('forces:documents.search')}
          aria-label={t('forces:documents.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Checkbox checked={unread} onChange={(event) => setUnread(event.target.checked)}>
          {t('forces:documents.unreadOnly')}
        </Checkbox>
        <span className="spacer" />
        {mayWrite && (
          <Button type="primary" onClick={() => setAdding(true)} data-testid="document-add">
            {t('forces:documents.add')}
          </Button>
        )}
      </div>
      {error !== null && (
        <Alert type="error" showIcon title={t('forces:failed')} description={problemText(error, t('app:offline'))} />
      )}
      <Table<DocumentRow>
        rowKey="id"
        size="small"
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        loading={isPending && error === null}
        dataSource={[...shown]}
        locale={{ emptyText: t('forces:documents.empty') }}
        columns={[
          {
            title: t('forces:documents.name'),
            render: (_, row) => (
              <button
                type="button"
                className="forces-link"
                onClick={() => setOpen(row.id)}
                data-testid={`document-${row.title}`}
              >
                {row.title}
              </button>
            ),
          },
          {
            title: t('forces:documents.kindTitle'),
            width: 110,
            render: (_, row) => t(`forces:documents.kind.${row.kind}`),
          },
          {
            title: t('forces:documents.owner'),
            width: 150,
            render: (_, row) => row.teamName ?? t('forces:documents.forAll'),
          },
          {
            title: t('forces:documents.version'),
            width: 100,
            render: (_, row) => t('forces:documents.v', { version: row.version }),
          },
          {
            title: t('forces:documents.uploaded'),
            width: 210,
            render: (_, row) => (
              <span className="quiet">
                <span className="num">{formatDate(row.uploadedAt)}</span> {row.uploadedBy}
              </span>
            ),
          },
          { title: t('forces:documents.read'), width: 120, render: (_, row) => <ReadCount row={row} /> },
          {
            title: t('forces:file'),
            width: 90,
            render: (_, row) => (
              <a href={attachmentUrl(row.file.id)} target="_blank" rel="noreferrer">
                {t('forces:documents.open')}
              </a>
            ),
          },
        ]}
      />
      <DocumentDrawer id={open} onClose={() => setOpen(null)} />
      {adding && <DocumentForm onClose={() => setAdding(false)} />}
    </div>
  );
}
