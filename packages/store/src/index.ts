export { grantApplicationRole } from './migration/grant-application-role.ts';
export { migrate } from './migration/migrate.ts';
export { checkDurability } from './postgres/check-durability.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres/start-embedded.ts';
export { StartRefused } from './postgres/start-refused.ts';
