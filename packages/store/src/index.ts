export { asOwner, createDatabase, dropDatabase, urlOf } from './administration/databases.ts';
export { grantApplicationRole } from './migration/grant-application-role.ts';
export { migrate } from './migration/migrate.ts';
export { openStore, type Store, type StoreOptions } from './open-store.ts';
export { checkDurability } from './postgres/check-durability.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres/start-embedded.ts';
export { StartRefused } from './postgres/start-refused.ts';
export { SESSION_LIMITS, type SessionLimits, type Sessions, sessionIdOf } from './sessions/sessions.ts';
export { StoreBusy } from './store-busy.ts';
