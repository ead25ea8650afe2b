export {
  APPLICATION_ROLE,
  checkDurability,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  PostgresRefused,
  type RefusalCode,
  startEmbeddedPostgres,
} from './postgres/index.ts';
