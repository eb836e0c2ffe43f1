import type { AttachmentView } from '@liandong/shared/attachment';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { ACCEPTED, isAccepted, upload } from '../../api/upload';
import '../feedback/files.css';

interface Props {
  teamCode: string | null;
  file: AttachmentView | null;
  onFile: (file: AttachmentView) => void;
}

/** One PDF or picture, uploaded as soon as it is chosen; the form keeps its id. */
export function DocumentFile({ teamCode, file, onFile }: Props) {
  const { t } = useTranslation(['forces', 'feedback', 'app']);
  const [part, setPart] = useState<number | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    if (!isAccepted(chosen)) return setWrong(t('feedback:files.notAccepted', { name: chosen.name }));
    setWrong(null);
    setPart(0);
    try {
      onFile(await upload(chosen, { document: '1', ...(teamCode === null ? {} : { teamCode }) }, setPart));
    } catch (error) {
      setWrong(`${chosen.name}：${problemText(error, t('app:offline'))}`);
    }
    setPart(null);
  };
  return (
    <div className="file-pick">
      <label className="btn">
        {t('forces:documents.chooseFile')}
        <input
          type="file"
          className="visually-hidden"
          accept={ACCEPTED}
          disabled={part !== null}
          data-testid="document-file"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      {part !== null && <span role="status">{t('forces:documents.uploading', { part: Math.round(part * 100) })}</span>}
      {part === null && file !== null && (
        <span data-testid="document-uploaded">
          ✓ {t('forces:documents.uploadedFile')} {file.name}
        </span>
      )}
      {wrong !== null && (
        <p className="wrong" role="alert">
          ! {wrong}
        </p>
      )}
    </div>
  );
}
