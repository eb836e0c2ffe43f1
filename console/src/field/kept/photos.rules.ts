import { putOff, readyAt, type Tries, tried } from './retry.rules';

/** What a photo belongs to: the feedback form of an order, or the proof of a follow-up. */
export type Subject = `feedback:${string}` | `followUp:${string}`;
export const formSubject = (orderId: string): Subject => `feedback:${orderId}`;
export const proofSubject = (followUpId: string): Subject => `followUp:${followUpId}`;
/** The order's id if the photo belongs to a feedback form. */
export const formOf = (subject: Subject): string | null =>
  subject.startsWith('feedback:') ? subject.slice('feedback:'.length) : null;

/** A photo taken on this phone. `attachmentId`: the server has it; `refusal`: the server does not want it, and why. */
export interface Photo extends Tries {
  clientId: string;
  owner: string;
  subject: Subject;
  orderId: string;
  name: string;
  blob: Blob;
  /** The place where it was taken stays in the picture, because the person asked for it. */
  keepLocation: boolean;
  attachmentId: string | null;
  refusal: string | null;
}
export type Photos = readonly Photo[];

/** As many as one form can carry. */
export const MOST_PHOTOS = 30;

const isWaiting = (photo: Photo): boolean => photo.attachmentId === null && photo.refusal === null;

export const ofSubject = (photos: Photos, subject: Subject): Photo[] => photos.filter((p) => p.subject === subject);
/** Still on the way: what shows them has to wait. */
export const waitingOf = (photos: Photos, subject: Subject): number =>
  ofSubject(photos, subject).filter(isWaiting).length;
export const refusedOf = (photos: Photos, subject: Subject): Photo[] =>
  ofSubject(photos, subject).filter((p) => p.refusal !== null);
/** The server's ids of those it has, oldest first. */
export const uploadedIds = (photos: Photos, subject: Subject): string[] =>
  ofSubject(photos, subject).flatMap((p) => p.attachmentId ?? []);

/** The photo to upload next and from which instant (ms, device), oldest first; one that failed lets the others pass. */
export function nextPhoto(photos: Photos, owner: string, now: number): { photo: Photo; at: number } | null {
  const ready = photos
    .filter((p) => p.owner === owner && isWaiting(p))
    .map((photo) => ({ photo, at: readyAt(photo, now) }));
  return ready.reduce<(typeof ready)[number] | null>(
    (best, one) => (best && (best.at <= now || best.at <= one.at) ? best : one),
    null,
  );
}

export type Uploaded =
  | { kind: 'accepted'; attachmentId: string }
  | { kind: 'refused'; words: string }
  | { kind: 'later' };

/** The photo after an attempt. */
export function settlePhoto(photo: Photo, outcome: Uploaded, now: number): Photo {
  if (outcome.kind === 'accepted') return { ...photo, attachmentId: outcome.attachmentId };
  if (outcome.kind === 'refused') return { ...photo, refusal: outcome.words };
  return putOff(photo, now);
}
export const beginPhoto = (photo: Photo): Photo => tried(photo);

/** Width and height within `most` pixels, never enlarged. */
export function fit(width: number, height: number, most: number): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
