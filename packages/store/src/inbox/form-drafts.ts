import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

/** What somebody has typed into a form and not sent; `content` is the form's own. */
export type FormDraft = {
  readonly place: string;
  readonly caseId: string | null;
  readonly subject: string;
  readonly route: string;
  readonly at: string;
};
export type NewFormDraft = Omit<FormDraft, 'at'> & { readonly content: string };

/** Drafts of forms, each of one membership and told to no other. */
export type FormDrafts = {
  /** In place of the one before; answers when it was kept. Beyond two hundred of a membership the oldest go. */
  keep(membership: string, draft: NewFormDraft): Promise<string>;
  /** The latest first, without what was typed. */
  listOf(membership: string): Promise<FormDraft[]>;
  find(membership: string, place: string): Promise<(FormDraft & { readonly content: string }) | null>;
  /** Whether there was one. */
  forget(membership: string, place: string): Promise<boolean>;
};

/** Nobody looks through more; and whoever types cannot fill a disk. */
const MOST = 200;
/** After that nobody goes on with it. */
export const FORM_DRAFT_KEPT_MS = 30 * 86_400_000;

export function formDrafts(database: Database, clock: Clock): FormDrafts {
  return {
    async keep(membership, { place, caseId, subject, route, content }) {
      const at = clock.now();
      await database.run(keepText, [membership, place, caseId, subject, route, content, at]);
      await database.run(capText, [membership, MOST]);
      return at;
    },
    listOf: membership => database.rows<FormDraft>(listText, [membership]),
    async find(membership, place) {
      const [row] = await database.rows<FormDraft & { content: string }>(findText, [membership, place]);
      return row ?? null;
    },
    forget: async (membership, place) => (await database.run(forgetText, [membership, place])) > 0,
  };
}

const keepText: Statement = {
  text: `INSERT INTO form_draft (membership_id, place, case_id, subject, route, content, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (membership_id, place) DO UPDATE
      SET case_id = excluded.case_id, subject = excluded.subject, route = excluded.route,
        content = excluded.content, at = excluded.at`,
};

const capText: Statement = {
  text: `DELETE FROM form_draft WHERE membership_id = $1 AND place IN (
    SELECT place FROM form_draft WHERE membership_id = $1 ORDER BY at DESC, place OFFSET $2)`,
};

const COLUMNS = 'place, case_id AS "caseId", subject, route, at';

const listText: Statement = {
  text: `SELECT ${COLUMNS} FROM form_draft WHERE membership_id = $1 ORDER BY at DESC, place`,
};

const findText: Statement = {
  text: `SELECT ${COLUMNS}, content FROM form_draft WHERE membership_id = $1 AND place = $2`,
};

const forgetText: Statement = { text: 'DELETE FROM form_draft WHERE membership_id = $1 AND place = $2' };
