import { type ChangeEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PICTURE_TYPES } from '../kept/compress';
import { addPhoto, usePhotos } from '../kept/photos';
import { MOST_PHOTOS, ofSubject, type Subject } from '../kept/photos.rules';

interface Props {
  subject: Subject;
  orderId: string;
  /** How many the server has that are not on this phone. */
  count: number;
  onPick?: () => void;
}

type Add = (event: ChangeEvent<HTMLInputElement>) => Promise<void>;

/** Keeps what was chosen, as far as there is room; says what could not be kept. */
function useAdding({ subject, orderId, count, onPick }: Props, keepLocation: boolean): [Add, string | null] {
  const { t } = useTranslation('field');
  const [problem, setProblem] = useState<string | null>(null);
  const here = ofSubject(
    usePhotos((s) => s.photos),
    subject,
  ).length;

  const add: Add = async ({ currentTarget: input }) => {
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) onPick?.();
    const room = Math.max(0, MOST_PHOTOS - count - here);
    setProblem(files.length > room ? t('paper.photos.tooMany', { count: MOST_PHOTOS }) : null);
    for (const file of files.slice(0, room)) {
      const added = await addPhoto(file, { subject, orderId, keepLocation });
      if (added !== 'added') setProblem(t(`paper.photos.${added}`));
    }
  };
  return [add, problem];
}

function PlaceSwitch({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation('field');
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        onChange={(event) => onChange(event.target.checked)}
        data-testid="field-photo-place"
      />
      <span>
        {t('paper.photos.place')}
        <small className="quiet">{t('paper.photos.placeWhy')}</small>
      </span>
    </label>
  );
}

/** Take a photo, or choose some; without their place unless the person asks for it. */
export function PhotoPicker(props: Props) {
  const { t } = useTranslation('field');
  const [keepLocation, setKeepLocation] = useState(false);
  const [add, problem] = useAdding(props, keepLocation);
  const accept = PICTURE_TYPES.join(',');
  const pick = (event: ChangeEvent<HTMLInputElement>): void => void add(event);
  return (
    <div className="photo-picker">
      <div className="row">
        <label className="small pick">
          {t('paper.photos.take')}
          <input type="file" accept={accept} capture="environment" onChange={pick} data-testid="field-photo-take" />
        </label>
        <label className="small pick">
          {t('paper.photos.choose')}
          <input type="file" accept={accept} multiple onChange={pick} data-testid="field-photo-choose" />
        </label>
      </div>
      <PlaceSwitch on={keepLocation} onChange={setKeepLocation} />
      <p className="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}
