import type { AttachmentView } from '@liandong/shared/attachment';
import { attachmentUrl } from '../../api/upload';
import './files.css';

/** Pictures as pictures, papers by name; each opens on its own page. */
export function Files({ files }: { files: readonly AttachmentView[] }) {
  if (files.length === 0) return null;
  return (
    <div className="files" data-testid="files">
      {files.map((file) => (
        <a
          key={file.id}
          href={attachmentUrl(file.id)}
          target="_blank"
          rel="noreferrer"
          title={`${file.name} · ${file.by}`}
        >
          {file.mediaType.startsWith('image/') ? (
            <img src={attachmentUrl(file.id)} alt={file.name} loading="lazy" />
          ) : (
            <b className="paper-sign">PDF</b>
          )}
          <span>{file.name}</span>
        </a>
      ))}
    </div>
  );
}
