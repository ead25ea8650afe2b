import type { NoteReader } from '@kaerimichi/contracts';
import { fold } from '@kaerimichi/discharge';

/** What is typed behind an @ that stands before the caret; `from`: the place of the @. */
export type MentionQuery = { readonly text: string; readonly from: number };

/** So many are found at a glance. */
const MOST = 8;

/** The call that is being typed; null where none is. An @ within a word, as in an address, calls nobody. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const found = /(^|[\s、。(「])[@@]([^\s@@、。]{0,20})$/u.exec(text.slice(0, caret));
  return found ? { text: found[2] ?? '', from: caret - (found[2] ?? '').length - 1 } : null;
}

type Reader = Pick<NoteReader, 'id' | 'name' | 'org' | 'orgKana' | 'isOwn' | 'reads' | 'role'>;

/**
 * Who may be called in a note of this visibility and reads like what was typed: a person, an organisation by its name or
 * how it is read, or a role; one's own house first.
 */
export function findReaders<Own extends Reader>(
  readers: readonly Own[],
  { typed, visibility, roleWord }: { typed: string; visibility: string; roleWord: (role: string) => string },
): Own[] {
  const wanted = fold(typed);
  const isFound = ({ name, org, orgKana, role }: Own) =>
    [name, org, orgKana ?? '', roleWord(role)].some(word => fold(word).includes(wanted));
  return readers
    .filter(reader => reader.reads.some(one => one === visibility) && isFound(reader))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
    .slice(0, MOST);
}

/** The text with a chosen person's name in place of what was typed, and where the caret then stands. */
export function withMention(text: string, { from, text: typed }: MentionQuery, name: string) {
  const said = `@${name} `;
  return { text: text.slice(0, from) + said + text.slice(from + 1 + typed.length), caret: from + said.length };
}
