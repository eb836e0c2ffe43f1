import { z } from 'zod';
import { Id, Instant, LonLat } from './basics.js';

/** What may be attached, and how large. Pictures are re-encoded on the way in, which takes out everything but the picture. */
export const ATTACHMENT_TYPES = {
  'image/jpeg': { maxBytes: 15_000_000, picture: true },
  'image/png': { maxBytes: 15_000_000, picture: true },
  'image/webp': { maxBytes: 15_000_000, picture: true },
  'application/pdf': { maxBytes: 20_000_000, picture: false },
} as const;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;

/** A stored file; its bytes are at `GET /api/attachments/:id`. `location` only where the sender wanted it kept. */
export const AttachmentView = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  location: LonLat.nullable(),
  uploadedAt: Instant,
  by: z.string(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;
