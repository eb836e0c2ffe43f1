import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from './file-store.js';

/** Files in `<dataDir>/attachments/ab/<id>`, for the server's own user alone. `ab`: the last two signs of the id, which are chance. */
export function folderStore(dataDir: string): FileStore {
  const placeOf = (id: string): string => join(dataDir, 'attachments', id.slice(-2), id);
  return {
    async put(id, bytes) {
      const place = placeOf(id);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      const part = `${place}.${randomUUID()}.part`;
      try {
        await writeThrough(part, bytes);
        await rename(part, place);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    get: (id) =>
      readFile(placeOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
  };
}

/** On the disk, not only in the machine's memory, before the row says that it is there. */
async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
