export { checkDurability } from './check-durability.ts';
export { APPLICATION_ROLE } from './credentials.ts';
export { PostgresRefused, type RefusalCode } from './postgres-refused.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts';
