import type { AttachmentView } from '@liandong/shared/attachment';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { ACCEPTED, isAccepted, upload } from '../../api/upload';
import './files.css';

interface Props {
  files: readonly AttachmentView[];
  /** What they belong to. */
  of: { incidentId?: string; orderId?: string };
  atMost: number;
  onFiles: (files: readonly AttachmentView[]) => void;
  onUploading?: (uploading: boolean) => void;
}

/** Files of a form: each goes up at once, one after another; the form keeps their ids. */
export function FilePick({ files, of, atMost, onFiles, onUploading }: Props) {
  const { t } = useTranslation(['feedback', 'app']);
  const [going, setGoing] = useState<{ name: string; part: number } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);

  const take = async (chosen: readonly File[]): Promise<void> => {
    setWrong(null);
    onUploading?.(true);
    let kept = files;
    for (const file of chosen.slice(0, atMost - files.length)) {
      if (!isAccepted(file)) {
        setWrong(t('feedback:files.notAccepted', { name: file.name }));
        continue;
      }
      const progress = (part: number): void => setGoing({ name: file.name, part });
      progress(0);
      try {
        kept = [...kept, await upload(file, of, progress)];
        onFiles(kept);
      } catch (error) {
        setWrong(`${file.name}：${problemText(error, t('app:offline'))}`);
      }
    }
    setGoing(null);
    onUploading?.(false);
  };

  return (
    <div className="file-pick">
      <label className="btn">
        {t('feedback:files.add')}
        <input
          type="file"
          className="visually-hidden"
          multiple
          accept={ACCEPTED}
          disabled={going !== null || files.length >= atMost}
          data-testid="file-input"
          onChange={(event) => {
            void take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </label>
      <span className="faint">{t('feedback:files.hint')}</span>
      <ul>
        {files.map((file) => (
          <li key={file.id} data-testid="file-kept">
            ✓ {file.name}{' '}
            <button type="button" className="btn ghost" onClick={() => onFiles(files.filter((each) => each !== file))}>
              {t('feedback:files.remove')}
            </button>
          </li>
        ))}
        {going !== null && (
          <li role="status">
            … {going.name} {t('feedback:files.going')} {Math.round(going.part * 100)}%
          </li>
        )}
      </ul>
      {wrong !== null && (
        <p className="wrong" role="alert">
          ! {wrong}
        </p>
      )}
    </div>
  );
}
