import type pg from 'pg';

/** Tables of an export, parents before children. Sessions, sign-in failures, one-time links and the relay's rows stay. */
export const exportedTables = [
  'deployment',
  'organisation',
  'person',
  'membership',
  'guardian',
  'screen',
  'substitute',
  'care_case',
  'case_state',
  'board_card',
  'case_access',
  'case_event',
  'record',
  'attachment',
  'deadline',
  'idempotency_key',
  'access_log',
  'import_source',
  'import_draft',
  'import_draft_version',
  'referral',
  'saved_view',
  'rule_set',
  'rule_kept',
  'house_beds',
  'house_standard',
  'duty_roster',
  'evaluation_beds',
  'merge_proposal',
  'facility_import',
  'facility',
  'form_draft',
  'inbox_read',
  'mail_address',
  'notice_delivery',
] as const;
export type ExportedTable = (typeof exportedTables)[number];

/** Left behind, each for its reason. A test holds both lists against the database. */
export const tablesLeftBehind = {
  session: 'everybody signs in again',
  sign_in_failure: 'counts of one installation',
  sign_in_place: 'networks seen by one installation',
  proposal: 'waits for somebody who knows of it; whoever meant it proposes it again',
  count_snapshot: 'counts of one day on one installation; whoever asks next has them taken anew',
  seen_case: 'what each person had seen; their first visit there begins anew',
  board_visit: 'visits to boards of one installation',
  setup_link: 'valid for half an hour on one installation',
  password_slip: 'valid for a week on one installation; whoever has not used theirs is given a new one',
  guest_link: 'opens one address alone; whoever moves the program gives its guests new ones',
  handoff_packet:
    'its code stands on a paper that names one installation; what is still to be answered is printed anew',
  case_to_compare: 'cases are compared anew where they are imported',
  notice_look: 'reckoned anew from what everybody has chosen',
  outgoing_mail: 'what waits is sent from where it was written; nobody is told of it a second time',
  outgoing_push: 'as outgoing mail',
  push_subscription: 'a browser is subscribed with the keys of one installation',
  webhook: 'its secret is given to one installation; two that tell the same place tell it twice',
  webhook_seen: 'as the webhooks',
  webhook_delivery: 'as the webhooks',
  outbox: 'transaction ids mean nothing in another database; consumers begin behind what is imported',
  _prisma_migrations: 'the import runs on a migrated database',
} as const;

/** Sequences to set behind the imported rows. */
export const sequences = [
  { table: 'care_case', column: 'ordinal' },
  { table: 'access_log', column: 'id' },
] as const;

/** Of the file's form; a newer one is refused by an older program. */
export const EXPORT_FORMAT = 1;

/** Text of instants and numbers that does not depend on how a server is set up. */
export const PLAIN_TEXT = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'iso_8601'; SET extra_float_digits = 1`;

/** Columns of a table as the database names them; all of ours are lower case and need no quotes. */
export async function columnsOf(client: pg.Client, table: string): Promise<{ name: string; type: string }[]> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  return rows;
}
