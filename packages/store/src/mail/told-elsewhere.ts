import type { TaskKind } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';

/** Something that another organisation has to do in a case. */
export type Awaited = {
  readonly caseId: string;
  readonly org: string;
  readonly kind: TaskKind;
  readonly ref: string;
};

/** Whether that organisation was told of it, whoever there it was: by mail, and in 通知. */
export type ToldElsewhere = {
  /** The last mail; one that was sent rather than one that failed. */
  readonly mailed: { readonly state: 'sent' | 'failed'; readonly at: string } | null;
  /** When somebody there last read the case while there was this to do. */
  readonly readAt: string | null;
};

/** In the order of the question. */
export const toldElsewhere = async (database: Database, awaited: readonly Awaited[]): Promise<ToldElsewhere[]> => {
  if (awaited.length === 0) return [];
  const columns = (['caseId', 'org', 'kind', 'ref'] as const).map(name => awaited.map(one => one[name]));
  return database.rows<ToldElsewhere>(text, columns);
};

/** Of a notice's name (casework, `noticeKeyOf`) the first part is case and kind, the third which of several. */
const text: Statement = {
  text: `SELECT (
      SELECT json_build_object('state', d.state, 'at',
        to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      FROM notice_delivery d JOIN membership m ON m.id = d.membership_id
      WHERE d.channel = 'mail' AND d.case_id = w.case_id AND m.org_id = w.org AND d.kind = w.kind AND d.state IN ('sent', 'failed')
        AND split_part(d.notice_key, '|', 3) = w.ref
      ORDER BY d.state DESC, d.at DESC LIMIT 1
    ) AS mailed, (
      SELECT max(r.at) FROM membership m JOIN inbox_read r ON r.membership_id = m.id AND r.case_id = w.case_id
      WHERE m.org_id = w.org AND EXISTS (
        SELECT FROM unnest(r.told) AS t (mark)
        WHERE split_part(t.mark, '|', 1) = w.kind AND split_part(t.mark, '|', 3) = w.ref)
    ) AS "readAt"
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS w (case_id, org, kind, ref, n)
    ORDER BY w.n`,
};
