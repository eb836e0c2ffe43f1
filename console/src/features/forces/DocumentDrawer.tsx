import type { AttachmentView } from '@liandong/shared/attachment';
import type { DocumentDetail } from '@liandong/shared/document';
import { Alert, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { attachmentUrl } from '../../api/upload';
import { useSession } from '../../app/session';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { formatDate, formatInstant } from '../../ui/time';
import { useSave } from '../settings/use-save';
import { DocumentFile } from './DocumentFile';
import { ReadCount } from './DocumentsTab';

const LISTS = ['listDocuments', 'getDocument'] as const;

function Versions({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation('forces');
  return (
    <section aria-label={t('documents.versions')}>
      <h2>{t('documents.versions')}</h2>
      <ul>
        {document.versions.map(({ version, note, uploadedAt, uploadedBy, file }) => (
          <li key={version}>
            <b>{t('documents.v', { version })}</b>{' '}
            <a href={attachmentUrl(file.id)} target="_blank" rel="noreferrer">
              {file.name}
            </a>{' '}
            <span className="quiet">
              <span className="num">{formatDate(uploadedAt)}</span> {uploadedBy} {note}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Receipts({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation('forces');
  return (
    <section aria-label={t('documents.receipts')}>
      <h2>
        {t('documents.receipts')} <ReadCount row={document} />
      </h2>
      <ul className="receipts" data-testid="receipts">
        {document.receipts.map(({ teamCode, teamName, readAt, lastVersion }) => (
          <li key={teamCode} data-testid={`receipt-${teamCode}`}>
            {readAt === null ? '!' : '✓'} <b>{teamName}</b>{' '}
            {readAt === null ? (
              <span className="forces-near">
                {lastVersion === null ? t('documents.notRead') : t('documents.lastRead', { version: lastVersion })}
              </span>
            ) : (
              <span className="faint num">
                {formatDate(readAt)} {formatInstant(readAt)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Renew({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation('forces');
  const [file, setFile] = useState<AttachmentView | null>(null);
  const [note, setNote] = useState('');
  const { save, busy, problem } = useSave('addDocumentVersion', LISTS, () => {
    setFile(null);
    setNote('');
  });
  const renew = (attachmentId: string): void =>
    save({ params: { id: document.id }, body: { attachmentId, note, baseVersion: document.version } });
  return (
    <section className="forces-form" aria-label={t('documents.renew')}>
      <h2>{t('documents.renew')}</h2>
      <DocumentFile teamCode={document.teamCode} file={file} onFile={setFile} />
      <div className="forces-bar">
        <Input
          style={{ flex: 1 }}
          placeholder={t('documents.changed')}
          aria-label={t('documents.changed')}
          value={note}
          maxLength={200}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button type="primary" disabled={file === null} loading={busy} onClick={() => file && renew(file.id)}>
          {t('documents.renew')}
        </Button>
      </div>
      {problem !== null && <Alert type="error" showIcon title={problem} />}
    </section>
  );
}

/** One document: its versions, who has read it, reminding the others. */
export function DocumentDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation(['forces', 'app']);
  const { may } = useSession();
  const {
    data: document,
    error,
    isPending,
  } = useAnswer('getDocument', { params: { id: id ?? '' } }, { enabled: id !== null });
  const [ending, setEnding] = useState(false);
  const remind = useSave('remindReaders', LISTS);
  const retire = useSave('retireDocument', LISTS, onClose);
  const problem = remind.problem ?? retire.problem ?? (error && problemText(error, t('app:offline')));
  return (
    <Drawer
      open={id !== null}
      onClose={onClose}
      size={680}
      title={document?.title ?? ''}
      loading={isPending && error === null}
    >
      {problem !== null && <Alert type="error" showIcon title={problem} />}
      {document !== undefined && (
        <div className="forces-form" data-testid="document-drawer">
          <div className="forces-bar">
            <span className="quiet">
              {t(`forces:documents.kind.${document.kind}`)} · {document.teamName ?? t('forces:documents.forAll')}
            </span>
            <span className="spacer" />
            {document.remindedAt !== null && (
              <span className="quiet num">
                {t('forces:documents.reminded', { at: formatInstant(document.remindedAt) })}
              </span>
            )}
            {may('document.remind') && document.read < document.readers && (
              <Button
                loading={remind.busy}
                onClick={() => remind.save({ params: { id: document.id } })}
                data-testid="document-remind"
              >
                {t('forces:documents.remind')}
              </Button>
            )}
            {may('document.write') && <Button onClick={() => setEnding(true)}>{t('forces:documents.retire')}</Button>}
          </div>
          <Versions document={document} />
          {may('document.write') && <Renew key={document.version} document={document} />}
          <Receipts document={document} />
        </div>
      )}
      {ending && document !== undefined && (
        <ReasonDialog
          title={t('forces:documents.retireTitle', { title: document.title })}
          label={t('forces:reason')}
          onDone={(reason) => retire.save({ params: { id: document.id }, body: { reason } })}
          onClose={() => setEnding(false)}
        />
      )}
    </Drawer>
  );
}
