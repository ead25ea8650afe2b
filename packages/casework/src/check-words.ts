import { type CaseFacts, templateChecks, type Words } from '@kaerimichi/discharge';

/** What a house calls things to check: in one version of its rule set, or (null) in the newest. */
export type HouseCheckWords = (org: string, version: number | null) => Promise<Readonly<Record<string, Words>>>;

/** Things to check in words; null: the case's own, whose text is a record, or one that nobody knows any more. */
export type CheckWords = (id: string) => Words | null;

const ownWords: Readonly<Record<string, { readonly words: Words } | undefined>> = templateChecks;

/**
 * What is to be checked in a case, in the words of whoever asked for it: of its lead as the rules of the case name it, of a
 * lead before as its newest rules do.
 */
export async function checkWordsOf(wordsOf: HouseCheckWords, facts: CaseFacts): Promise<CheckWords> {
  const lead = facts.rules?.lead;
  const others = new Set((facts.checklists ?? []).flatMap(({ house = [] }) => house.map(({ by }) => by)));
  if (lead !== undefined) others.delete(lead);
  const [own, ...before] = await Promise.all([
    facts.rules ? wordsOf(facts.rules.lead, facts.rules.version) : {},
    ...[...others].map(org => wordsOf(org, null)),
  ]);
  const said = Object.assign({}, ...before, own);
  return id => (Object.hasOwn(said, id) ? said[id] : undefined) ?? programWords(id);
}

const programWords: CheckWords = id => (Object.hasOwn(ownWords, id) ? (ownWords[id]?.words ?? null) : null);
