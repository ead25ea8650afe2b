import { fold, type KnownChild, mayBeOneChild } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';

/** A child as it is compared: with the lead, within which a hospital number means one child. */
export type ComparedChild = KnownChild & { readonly hospitalNumber: string | null; readonly lead: string };
export type ComparedCase = ComparedChild & { readonly id: string; readonly no: string };

/** Cases that are looked at for one child: those of one family name. */
const MOST_COMPARED = 5_000;

/** Columns of `care_case c` with its `board_card b`, as a child is compared. */
export const COMPARED = `c.id, c.no, c.family_name AS "familyName", c.given_name AS "givenName", c.family_kana AS "familyKana",
  c.given_kana AS "givenKana", c.sex, c.hospital_number AS "hospitalNumber", c.municipality,
  c.birth_order AS "birthOrder", b.card->>'bornOn' AS "bornOn", b.card->>'expectedOn' AS "expectedOn",
  b.card->>'lead' AS lead`;

/** Whether a case was merged into another one: that one is compared in its place. */
export const MERGED = (id: string) =>
  `EXISTS (SELECT FROM case_state m WHERE m.case_id = ${id} AND m.facts->>'mergedInto' IS NOT NULL)`;

/** Names where an organisation sees them: nothing else is compared for it. */
const NAMED = `EXISTS (SELECT FROM case_access a WHERE a.case_id = c.id AND a.org_id = $5
  AND a.class <> 'numberOnly' AND 'contacts' = ANY (a.categories))`;

const candidatesText = (which: string): Statement => ({
  text: `SELECT ${COMPARED} FROM care_case c JOIN board_card b ON b.case_id = c.id
    WHERE ((c.kana_fold >= $1 AND c.kana_fold < $2) OR c.family_name = $3 OR c.hospital_number = $4) AND ${which} AND NOT ${MERGED('c.id')}
    LIMIT ${MOST_COMPARED}`,
});
const everywhereText = candidatesText('$5::text IS NULL');
const namedText = candidatesText(NAMED);

/**
 * Cases that may be of this child: of all, or (`seenBy`) of those whose names an organisation sees. The database finds
 * the family, the pathway's own rule decides.
 */
export async function similarCases(
  database: Database,
  child: ComparedChild,
  seenBy: string | null,
): Promise<ComparedCase[]> {
  const family = fold(child.familyKana ?? '');
  const [from, to] = family === '' ? [null, null] : [family, `${family}\uffff`];
  const values = [from, to, child.familyName, child.hospitalNumber, seenBy];
  const found = await database.rows<ComparedCase>(seenBy === null ? everywhereText : namedText, values);
  return found.filter(other => mayBeOneChild(child, other) || isOnePatient(child, other));
}

/** One number of one hospital is one child, unless they were born on two days. */
const isOnePatient = (a: ComparedChild, b: ComparedChild): boolean =>
  a.lead === b.lead &&
  a.hospitalNumber !== null &&
  a.hospitalNumber === b.hospitalNumber &&
  !(a.bornOn && b.bornOn && a.bornOn !== b.bornOn);
