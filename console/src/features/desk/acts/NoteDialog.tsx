import type { AttachmentView } from '@liandong/shared/attachment';
import type { IncidentView } from '@liandong/shared/incident';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilePick } from '../../feedback/FilePick';
import { useWrite } from '../use-write';
import { ActForm } from './ActForm';

interface Props {
  incident: IncidentView;
  text: string;
  onClose: () => void;
}

/** 记一笔: a line on the timeline, with papers or pictures. */
export function NoteDialog({ incident, text: typed, onClose }: Props) {
  const { t } = useTranslation('acts');
  const [text, setText] = useState(typed);
  const [files, setFiles] = useState<readonly AttachmentView[]>([]);
  const [uploading, setUploading] = useState(false);
  const { busy, problem, clientId, run } = useWrite(incident.id);
  const submit = async (): Promise<void> => {
    const body = { text: text.trim(), attachmentIds: files.map((file) => file.id), clientId: clientId.current };
    if (await run('addNote', { params: { id: incident.id }, body }, t('note.done'))) onClose();
  };
  return (
    <ActForm
      title={t('title.note')}
      submit={t('save')}
      ready={text.trim() !== '' && !uploading}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <textarea
        className="field"
        rows={4}
        maxLength={1000}
        data-first-focus
        aria-label={t('title.note')}
        value={text}
        data-testid="note-text"
        onChange={(event) => setText(event.target.value)}
      />
      <FilePick
        files={files}
        of={{ incidentId: incident.id }}
        atMost={10}
        onFiles={setFiles}
        onUploading={setUploading}
      />
    </ActForm>
  );
}
