import { ATTACHMENT_TYPES } from '@liandong/shared/attachment';
import { create } from 'zustand';
import { uploadWithProgress } from '../../api/upload-progress';
import { uuid } from '../../ui/uuid';
import { outcomeOf, owner } from './account';
import { compress, PICTURE_TYPES } from './compress';
import type { Photo, Photos, Subject } from './photos.rules';
import * as rules from './photos.rules';
import { UNTRIED } from './retry.rules';
import { put, readShelf, take } from './vault';
import { makeWorker } from './worker';

const NAME_LENGTH = 120;

interface Store {
  photos: Photos;
  /** The part of an upload that has left, 0…1. */
  progress: Readonly<Record<string, number>>;
  /** Chosen, and still being made smaller: one entry each. */
  preparing: readonly Subject[];
}
/** Photos taken on this phone; they survive a closed app. */
export const usePhotos = create<Store>(() => ({ photos: [], progress: {}, preparing: [] }));

let arrived: (photo: Photo) => void = () => {};

const photosNow = (): Photos => usePhotos.getState().photos;

function setProgress(clientId: string, part: number | null): void {
  const { [clientId]: _, ...rest } = usePhotos.getState().progress;
  usePhotos.setState({ progress: part === null ? rest : { ...rest, [clientId]: part } });
}

async function keep(photo: Photo): Promise<void> {
  usePhotos.setState({ photos: photosNow().map((p) => (p.clientId === photo.clientId ? photo : p)) });
  await put('photos', photo.clientId, photo);
}

async function attempt({ blob, clientId, name, orderId, keepLocation }: Photo): Promise<rules.Uploaded> {
  try {
    const query = { clientId, name, orderId, ...(keepLocation && { keepLocation: '1' as const }) };
    const { id } = await uploadWithProgress(blob, query, (part) => setProgress(clientId, part));
    return { kind: 'accepted', attachmentId: id };
  } catch (error) {
    return outcomeOf(error);
  } finally {
    setProgress(clientId, null);
  }
}

async function upload(photo: Photo): Promise<void> {
  const begun = rules.beginPhoto(photo);
  await keep(begun);
  const settled = rules.settlePhoto(begun, await attempt(begun), Date.now());
  // Taken away while it was on its way: the server's copy belongs to nothing.
  if (!photosNow().some((p) => p.clientId === photo.clientId)) return;
  // First into what shows it: while it still counts as waiting, nothing is submitted without it.
  if (settled.attachmentId !== null) arrived(settled);
  await keep(settled);
}

const wake = makeWorker((now) => {
  const name = owner();
  const next = name === null ? null : rules.nextPhoto(photosNow(), name, now);
  return next && { at: next.at, run: () => upload(next.photo) };
});

/** Read what was left on the phone, and say who wants to know when a photo has reached the server. */
export async function startPhotos(onArrived: (photo: Photo) => void): Promise<void> {
  arrived = onArrived;
  const stored = await readShelf<Photo>('photos');
  const known = photosNow();
  usePhotos.setState({
    photos: [...stored.filter((one) => !known.some((p) => p.clientId === one.clientId)), ...known],
  });
  wake();
}

/** The line is back. */
export function retryPhotos(): void {
  usePhotos.setState({ photos: photosNow().map((photo) => ({ ...photo, notBefore: 0 })) });
  wake();
}

type About = Pick<Photo, 'subject' | 'orderId' | 'keepLocation'>;
/** What became of a file the person chose. */
export type Added = 'added' | 'unreadable' | 'tooLarge';

/** A photo just chosen is not lost by a quick submit: what shows it waits for these too. */
export const useIsPreparing = (subject: Subject): boolean => usePhotos(({ preparing }) => preparing.includes(subject));

async function whilePreparing<T>(subject: Subject, work: () => Promise<T>): Promise<T> {
  usePhotos.setState(({ preparing }) => ({ preparing: [...preparing, subject] }));
  try {
    return await work();
  } finally {
    usePhotos.setState(({ preparing }) => ({ preparing: preparing.toSpliced(preparing.indexOf(subject), 1) }));
  }
}

/** With its place the picture goes as the camera made it; without, it is drawn anew on the phone. */
async function prepare(file: File, keepLocation: boolean): Promise<Blob | Exclude<Added, 'added'>> {
  const type = PICTURE_TYPES.find((one) => one === file.type);
  if (type === undefined) return 'unreadable';
  if (keepLocation) return file.size > ATTACHMENT_TYPES[type].maxBytes ? 'tooLarge' : file;
  return compress(file).catch(() => 'unreadable' as const);
}

/** The file's own name, with the ending of what is sent. */
function nameOf(file: File, blob: Blob): string {
  const name = file.name.slice(-NAME_LENGTH) || 'photo.jpg';
  return blob.type === file.type ? name : name.replace(/(\.[^.]*)?$/, '.jpg').slice(-NAME_LENGTH);
}

/** Keep a photo on the phone and upload it as soon as there is a line. */
export function addPhoto(file: File, about: About): Promise<Added> {
  return whilePreparing(about.subject, () => takeIn(file, about));
}

async function takeIn(file: File, about: About): Promise<Added> {
  const name = owner();
  const blob = await prepare(file, about.keepLocation);
  if (typeof blob === 'string' || name === null) return typeof blob === 'string' ? blob : 'unreadable';
  const photo: Photo = {
    ...UNTRIED,
    ...about,
    clientId: uuid(),
    owner: name,
    name: nameOf(file, blob),
    blob,
    attachmentId: null,
    refusal: null,
  };
  usePhotos.setState({ photos: [...photosNow(), photo] });
  await put('photos', photo.clientId, photo);
  wake();
  return 'added';
}

export async function removePhoto(clientId: string): Promise<void> {
  usePhotos.setState({ photos: photosNow().filter((p) => p.clientId !== clientId) });
  await take('photos', clientId);
}

/** What the photos belong to is with the centre: the phone need not keep them. */
export async function dropPhotos(subject: Subject): Promise<void> {
  for (const photo of rules.ofSubject(photosNow(), subject)) await removePhoto(photo.clientId);
}
