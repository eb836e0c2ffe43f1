import { type Api, api } from '@liandong/shared/api';
import type { AttachmentView } from '@liandong/shared/attachment';
import type { Request } from '@liandong/shared/route';
import { Offline, problemFrom } from './client';

type Query = Request<Api['uploadAttachment']>['query'];

/** A large file on a weak line takes its time; a line on which nothing moves for so long is dead. */
const SILENCE_MS = 30_000;

/** Gives the request up when nothing moved for too long. @returns what to call whenever something moves, and at the end */
function watch(request: XMLHttpRequest): { moved: () => void; ended: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = (): void => clearTimeout(timer);
  const moved = (): void => {
    ended();
    timer = setTimeout(() => request.abort(), SILENCE_MS);
  };
  return { moved, ended };
}

/** The request as a promise of its answer. `fetch` would be shorter, but cannot say how much of a body has left. */
function sendFile(url: string, file: Blob, onProgress: (part: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const { moved, ended } = watch(request);
    request.open(api.uploadAttachment.method, url);
    request.setRequestHeader('content-type', file.type);
    request.upload.onprogress = (event) => {
      moved();
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(new Offline());
    request.onabort = () => reject(new Offline());
    request.onloadend = ended;
    moved();
    request.send(file);
  });
}

/**
 * Upload one file; the body is the file itself.
 * @param onProgress the part that has left, 0…1
 * @throws ApiProblem when the server refuses, Offline when nobody answers
 */
export async function uploadWithProgress(
  file: Blob,
  query: Query,
  onProgress: (part: number) => void,
): Promise<AttachmentView> {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined));
  const response = await sendFile(`${api.uploadAttachment.path}?${search}`, file, onProgress);
  if (!response.ok) throw await problemFrom(response);
  return (await response.json()) as AttachmentView;
}
