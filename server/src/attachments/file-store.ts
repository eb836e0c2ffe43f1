import type { Config } from '../config.js';
import { folderStore } from './folder-store.js';
import { s3Store } from './s3-store.js';

/** Where the bytes of attachments lie. A file is written whole or not at all; written again it is replaced. */
export interface FileStore {
  put(id: string, bytes: Buffer, mediaType: string): Promise<void>;
  /** Null: there is no such file. */
  get(id: string): Promise<Buffer | null>;
}

/** Injection token of the {@link FileStore}. */
export const FILE_STORE = Symbol('file store');

/** An object store when one is set, else a folder of this machine. */
export function fileStore(config: Config): FileStore {
  return config.s3 ? s3Store(config.s3) : folderStore(config.DATA_DIR);
}
