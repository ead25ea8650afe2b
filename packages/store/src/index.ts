export { asOwner, createDatabase, dropDatabase, urlOf } from './administration/databases.ts';
export { openStore, type Store, type StoreOptions } from './open-store.ts';
export { SESSION_LIMITS, type SessionLimits, type Sessions, sessionIdOf } from './sessions/sessions.ts';
export { StoreBusy } from './store-busy.ts';
