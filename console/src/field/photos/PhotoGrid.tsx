import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentUrl } from '../../api/upload';
import { removePhoto, usePhotos } from '../kept/photos';
import { ofSubject, type Photo, type Subject } from '../kept/photos.rules';
import { Sheet } from '../Sheet';

/** The address of a picture that is still on this phone. */
function useBlobUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}

/** One picture: on this phone, with the server, or both. */
interface Picture {
  key: string;
  photo: Photo | null;
  attachmentId: string | null;
}

/** Those the server has in their order, then those on their way. */
function picturesOf(ids: readonly string[], photos: readonly Photo[]): Picture[] {
  const known = ids.map((id) => ({
    key: id,
    attachmentId: id,
    photo: photos.find((photo) => photo.attachmentId === id) ?? null,
  }));
  const local = photos.filter((photo) => photo.attachmentId === null);
  return [...known, ...local.map((photo) => ({ key: photo.clientId, photo, attachmentId: null }))];
}

function Progress({ photo }: { photo: Photo }) {
  const { t } = useTranslation('field');
  const part = usePhotos((s) => s.progress[photo.clientId]);
  if (photo.attachmentId !== null) return null;
  if (photo.refusal !== null) return <span className="photo-state over">! {t('paper.photos.refused')}</span>;
  const words =
    part === undefined ? t('paper.photos.waiting') : t('paper.photos.sending', { percent: Math.round(part * 100) });
  return (
    <span className="photo-state">
      {words}
      {part !== undefined && <i style={{ width: `${part * 100}%` }} aria-hidden="true" />}
    </span>
  );
}

function Thumb({ picture, no, onRemove }: { picture: Picture; no: number; onRemove?: () => void }) {
  const { t } = useTranslation('field');
  const { photo, attachmentId } = picture;
  const local = useBlobUrl(photo?.blob ?? null);
  const [large, setLarge] = useState(false);
  const src = local ?? (attachmentId === null ? null : attachmentUrl(attachmentId));
  return (
    <li>
      <button type="button" className="photo" onClick={() => setLarge(true)}>
        <span className="visually-hidden">{t('paper.photos.show', { no })}</span>
        {src && <img src={src} alt="" loading="lazy" />}
        {photo && <Progress photo={photo} />}
      </button>
      {onRemove && (
        <button
          type="button"
          className="photo-remove"
          onClick={onRemove}
          aria-label={t('paper.photos.remove', { no })}
          data-testid="field-photo-remove"
        >
          ✕
        </button>
      )}
      {photo?.refusal && <p className="over small-words">{photo.refusal}</p>}
      {large && src && (
        <Sheet title={t('paper.photos.show', { no })} onClose={() => setLarge(false)}>
          <img className="photo-large" src={src} alt={t('paper.photos.show', { no })} />
        </Sheet>
      )}
    </li>
  );
}

interface Props {
  subject: Subject;
  /** The ids of those the server has, in the order of the paper. */
  ids: readonly string[];
  removable?: boolean;
  /** A picture the server has is taken out of what is written. */
  onDetach?: (attachmentId: string) => void;
}

/** The photos of a form or a proof, with how far each has come. */
export function PhotoGrid({ subject, ids, removable = false, onDetach }: Props) {
  const photos = ofSubject(
    usePhotos((s) => s.photos),
    subject,
  );

  function remove({ photo, attachmentId }: Picture): void {
    if (photo) void removePhoto(photo.clientId);
    if (attachmentId !== null) onDetach?.(attachmentId);
  }
  return (
    <ul className="photos">
      {picturesOf(ids, photos).map((picture, at) => (
        <Thumb
          key={picture.key}
          picture={picture}
          no={at + 1}
          onRemove={removable ? () => remove(picture) : undefined}
        />
      ))}
    </ul>
  );
}
