import type { Words } from '../words.ts';
import type { RuleSetContent } from './rule-set.ts';

type Version = { readonly version: number; readonly content: RuleSetContent };

/**
 * What a house calls things to check, by id: the program's own as one of its versions names them, and what it added, also
 * in versions before and after, since a case keeps what was chosen then. `version` null: the newest.
 *
 * @param published versions of one house, the newest first
 */
export function checkWordsIn(published: readonly Version[], version: number | null): Readonly<Record<string, Words>> {
  const [newest] = published;
  const at = published.find(one => one.version === version) ?? newest;
  const later = published.filter(one => one !== at).toReversed();
  const added = [...later, ...(at ? [at] : [])].flatMap(({ content }) => content.checks?.added ?? []);
  return { ...at?.content.checks?.renamed, ...Object.fromEntries(added.map(({ id, words }) => [id, words])) };
}
