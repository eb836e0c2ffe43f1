import { api } from '@liandong/shared/api';
import type { AttachmentView } from '@liandong/shared/attachment';
import { DOCUMENT_KINDS, type DocumentKind } from '@liandong/shared/document';
import { Alert, Drawer, Input, Select } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { uuid } from '../../ui/uuid';
import { Field } from '../settings/Field';
import { SaveButton } from '../settings/SaveButton';
import { useSave } from '../settings/use-save';
import { DocumentFile } from './DocumentFile';

const FORM = 'document-form';
const COUNTY = '';

/** A new document: for whom, what kind, its title, its file. */
export function DocumentForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('forces');
  const { data: teams } = useAnswer('listTeams', undefined, REGISTER);
  const [draft, setDraft] = useState({ team: COUNTY, kind: 'plan' as DocumentKind, title: '', note: '' });
  const [file, setFile] = useState<AttachmentView | null>(null);
  const clientId = useRef(uuid());
  const { save, busy, problem } = useSave('addDocument', ['listDocuments'], onClose);
  const teamCode = draft.team === COUNTY ? null : draft.team;
  const wanted = { ...draft, teamCode, attachmentId: file?.id, clientId: clientId.current };
  const body = api.addDocument.body.safeParse(wanted).data;
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (body !== undefined) save({ body });
  };
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={t('documents.add')}
      extra={<SaveButton form={FORM} ready={body !== undefined} busy={busy} />}
    >
      <form id={FORM} className="forces-form" onSubmit={submit}>
        <Field label={t('documents.owner')}>
          {(id) => (
            <Select
              id={id}
              showSearch
              optionFilterProp="label"
              value={draft.team}
              options={[
                { value: COUNTY, label: t('documents.forAll') },
                ...(teams?.items ?? []).map(({ code, shortName }) => ({ value: code, label: `${code} ${shortName}` })),
              ]}
              onChange={(team) => {
                set({ team });
                // A file belongs to whom it was uploaded for.
                setFile(null);
              }}
            />
          )}
        </Field>
        <Field label={t('documents.kindTitle')}>
          {(id) => (
            <Select
              id={id}
              value={draft.kind}
              options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`documents.kind.${value}`) }))}
              onChange={(kind) => set({ kind })}
            />
          )}
        </Field>
        <Field label={t('documents.name')}>
          {(id) => (
            <Input
              id={id}
              value={draft.title}
              maxLength={80}
              onChange={(e) => set({ title: e.target.value })}
              data-testid="document-title"
            />
          )}
        </Field>
        <Field label={t('note')}>
          {(id) => <Input id={id} value={draft.note} maxLength={200} onChange={(e) => set({ note: e.target.value })} />}
        </Field>
        <DocumentFile teamCode={teamCode} file={file} onFile={setFile} />
        {problem !== null && <Alert type="error" showIcon title={problem} />}
      </form>
    </Drawer>
  );
}
