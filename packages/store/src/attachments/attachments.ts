import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

type StoredFile = { readonly mediaType: 'pdf' | 'jpeg' | 'png'; readonly bytes: Uint8Array };

/** Files of cases. Which of them a case has, and who may see it, its history says: a file here is nobody's by itself. */
export type Attachments = {
  /** Keeps a file before the entry that adds it is written; without that entry it is deleted after a day. */
  keep(file: StoredFile & { readonly id: string; readonly caseId: string }): Promise<void>;
  /** null: there never was one of the case, or it was removed. */
  find(caseId: string, id: string): Promise<StoredFile | null>;
  /** Deletes what it held. */
  remove(caseId: string, id: string): Promise<void>;
};

export function attachments(database: Database, clock: Clock): Attachments {
  return {
    async keep({ id, caseId, mediaType, bytes }) {
      await database.run(keepText, [id, caseId, mediaType, bytes, clock.now()]);
    },
    async find(caseId, id) {
      const [file] = await database.rows<StoredFile>(findText, [caseId, id]);
      return file ?? null;
    },
    async remove(caseId, id) {
      await database.run(removeText, [caseId, id, clock.now()]);
    },
  };
}

const keepText: Statement = {
  text: 'INSERT INTO attachment (id, case_id, media_type, bytes, kept_at) VALUES ($1, $2, $3, $4, $5)',
};
const findText: Statement = {
  text: `SELECT media_type AS "mediaType", bytes FROM attachment
    WHERE case_id = $1 AND id = $2 AND removed_at IS NULL`,
};
const removeText: Statement = {
  text: `UPDATE attachment SET bytes = NULL, removed_at = $3
    WHERE case_id = $1 AND id = $2 AND removed_at IS NULL`,
};
