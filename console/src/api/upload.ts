import { api } from '@liandong/shared/api';
import { ATTACHMENT_TYPES, type AttachmentType, type AttachmentView } from '@liandong/shared/attachment';
import { uuid } from '../ui/uuid';
import { uploadWithProgress } from './upload-progress';

/** Media types a file field accepts. */
export const ACCEPTED = Object.keys(ATTACHMENT_TYPES).join(',');

export const isAccepted = (file: File): boolean =>
  file.type in ATTACHMENT_TYPES && file.size <= ATTACHMENT_TYPES[file.type as AttachmentType].maxBytes;

/** The contract's longest name; its end tells the kind. */
const LONGEST_NAME = 120;

/**
 * Upload one file at the desk.
 * @param onProgress the part that has left, 0…1
 * @throws ApiProblem when the server refuses, Offline when nobody answers
 */
export function upload(
  file: File,
  of: { incidentId?: string; orderId?: string; document?: '1'; teamCode?: string },
  onProgress: (part: number) => void,
): Promise<AttachmentView> {
  return uploadWithProgress(file, { name: file.name.slice(-LONGEST_NAME), clientId: uuid(), ...of }, onProgress);
}

/** Where a stored file's bytes are. */
export const attachmentUrl = (id: string): string => api.getAttachment.path.replace(':id', id);
