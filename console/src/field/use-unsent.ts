import { useMemo } from 'react';
import { isClean } from './feedback/form.rules';
import type { Act } from './kept/acts.rules';
import { usePhotos } from './kept/photos';
import type { Waiting } from './outbox.rules';
import { useLocal } from './todo/owed';

/** Everything of this account that is still on this phone only. */
export function useUnsent(username: string, waiting: readonly Waiting[]): { count: number; deeds: readonly Act[] } {
  const { acts, forms } = useLocal(username);
  const photos = usePhotos((s) => s.photos);
  const deeds = useMemo(() => acts.filter((act) => act.refusal === null), [acts]);
  const pictures = photos.filter((photo) => photo.owner === username && photo.attachmentId === null).length;
  const papers = forms.filter((form) => !isClean(form) || form.submitId !== null).length;
  return { count: waiting.length + acts.length + pictures + papers, deeds };
}
