import type { DeviceRows, Lock, Row } from './device-rows.ts';

const DATABASE = 'kaerimichi.device';
const LOCK = 'lock';
const ROWS = 'rows';

/** What this browser keeps, in IndexedDB. */
export function openIndexedRows(factory: IDBFactory = indexedDB): DeviceRows {
  let opened: Promise<IDBDatabase> | null = null;
  const database = () => {
    opened ??= open(factory);
    // What failed to open is tried anew.
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  const run = async <Answer>(
    mode: IDBTransactionMode,
    work: (lock: IDBObjectStore, rows: IDBObjectStore) => Work<Answer>,
  ) => {
    const transaction = (await database()).transaction([LOCK, ROWS], mode);
    const answer = work(transaction.objectStore(LOCK), transaction.objectStore(ROWS));
    // Kept is what is committed, not what was asked for.
    await ended(transaction);
    return answer();
  };
  return {
    readLock: () => run('readonly', lock => answered<Lock>(lock.get(LOCK))),
    writeLock: value => run('readwrite', lock => nothing(lock.put(value, LOCK))),
    countTry: () =>
      run('readwrite', lock => {
        const asked: IDBRequest<Lock | undefined> = lock.get(LOCK);
        asked.onsuccess = () => asked.result && lock.put({ ...asked.result, tries: asked.result.tries + 1 }, LOCK);
        return () => (asked.result ? { ...asked.result, tries: asked.result.tries + 1 } : null);
      }),
    read: name => run('readonly', (_lock, rows) => answered<Row>(rows.get(name))),
    list: () =>
      run('readonly', (_lock, rows) => {
        const asked: IDBRequest<Row[]> = rows.getAll();
        return () => asked.result.map(({ name, at }) => ({ name, at }));
      }),
    write: row => run('readwrite', (_lock, rows) => nothing(rows.put(row))),
    remove: names =>
      run('readwrite', (_lock, rows) => {
        for (const name of names) rows.delete(name);
        return () => undefined;
      }),
    erase: () =>
      run('readwrite', (lock, rows) => {
        lock.clear();
        return nothing(rows.clear());
      }),
  };
}

/** Asked once the transaction has ended. */
type Work<Answer> = () => Answer;

const answered =
  <Value>(request: IDBRequest<Value | undefined>): Work<Value | null> =>
  () =>
    request.result ?? null;

const nothing =
  (_request: IDBRequest): Work<void> =>
  () =>
    undefined;

const open = (factory: IDBFactory): Promise<IDBDatabase> =>
  new Promise((done, failed) => {
    const request = factory.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(LOCK);
      request.result.createObjectStore(ROWS, { keyPath: 'name' });
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onerror = () => failed(transaction.error);
    transaction.onabort = () => failed(transaction.error);
  });
