/**
 * What is too large for the local storage: drafts of forms, and photos. Like `storage.ts` it never throws; where the
 * browser gives no database the app works from memory.
 */
const DATABASE = 'liandong.field';
export const SHELVES = ['forms', 'photos'] as const;
export type Shelf = (typeof SHELVES)[number];

let opened: Promise<IDBDatabase | null> | null = null;

function openVault(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const asked = indexedDB.open(DATABASE, 1);
      asked.onupgradeneeded = () => {
        for (const shelf of SHELVES) asked.result.createObjectStore(shelf);
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(null);
      asked.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opened;
}

async function within<T>(
  shelf: Shelf,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  const database = await openVault();
  if (database === null) return null;
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction(shelf, mode);
      const request = act(transaction.objectStore(shelf));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/** Everything on a shelf. */
export async function readShelf<T>(shelf: Shelf): Promise<T[]> {
  return ((await within(shelf, 'readonly', (store) => store.getAll())) ?? []) as T[];
}

/** @returns whether it is safe on the phone: a full disk keeps it in memory only */
export async function put(shelf: Shelf, key: string, value: unknown): Promise<boolean> {
  return (await within(shelf, 'readwrite', (store) => store.put(value, key))) !== null;
}

export async function take(shelf: Shelf, key: string): Promise<void> {
  await within(shelf, 'readwrite', (store) => store.delete(key));
}
