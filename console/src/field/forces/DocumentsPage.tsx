import type { DocumentRow } from '@liandong/shared/document';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { attachmentUrl } from '../../api/upload';
import { formatDate, formatMinute } from '../../ui/time';
import { PaperBar } from '../PaperBar';
import { useAct } from './use-act';
import './forces.css';

function Row({ row }: { row: DocumentRow }) {
  const { t } = useTranslation('forces');
  const { run, busy, problem } = useAct('confirmRead', 'listDocuments');
  const confirm = (): void => void run({ params: { id: row.id }, body: { version: row.version } });
  return (
    <li className="document" data-testid={`field-document-${row.title}`}>
      <span>
        <b>{row.title}</b>
        <small className="quiet">
          {row.teamName ?? t('field.countyDocument')} · {t(`documents.kind.${row.kind}`)} ·{' '}
          {t('documents.v', { version: row.version })} · {formatDate(row.uploadedAt)}
        </small>
        {row.note !== '' && <small>{row.note}</small>}
      </span>
      <div className="two">
        <a className="small" href={attachmentUrl(row.file.id)} target="_blank" rel="noreferrer">
          {t('field.open')}
        </a>
        {row.readAt === null ? (
          <button
            type="button"
            className="small primary"
            disabled={busy}
            onClick={confirm}
            data-testid="field-confirm-read"
          >
            {t('field.confirm')}
          </button>
        ) : (
          <span className="met">
            ✓ {t('field.confirmed', { at: `${formatDate(row.readAt)} ${formatMinute(row.readAt)}` })}
          </span>
        )}
      </div>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

/** What the team has to read, the unread first; each confirmed by a tap after it was opened. */
export function DocumentsPage() {
  const { t } = useTranslation(['forces', 'field']);
  const { data, error } = useAnswer('listDocuments', { query: {} });
  const rows = [...(data?.items ?? [])].sort((a, b) => Number(a.readAt !== null) - Number(b.readAt !== null));
  return (
    <>
      <PaperBar title={t('forces:field.documentsHeading')} fallback={{ name: 'orders' }} />
      <section className="paper-body flush" aria-label={t('forces:field.documentsHeading')}>
        {!data && <p className="centred quiet">{error ? t('forces:field.failed') : t('field:loading')}</p>}
        {data?.items.length === 0 && <p className="centred quiet">{t('forces:field.noDocuments')}</p>}
        <ul className="field-forces">
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      </section>
    </>
  );
}
