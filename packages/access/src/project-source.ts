import type { Category } from '@kaerimichi/discharge';
import { type Rights, readsWhole } from './case-access.ts';

/** Category of each part of what a hospital's file told of a child; what is not named here is shown to nobody. */
const categoryOfPart = {
  familyName: 'contacts',
  givenName: 'contacts',
  familyKana: 'contacts',
  givenKana: 'contacts',
  bornOn: 'contacts',
  bornSaid: 'contacts',
  sex: 'contacts',
  hospitalNumber: 'contacts',
  address: 'contacts',
  phones: 'contacts',
  interpreter: 'contacts',
  guardians: 'contacts',
  marks: 'contacts',
  allergies: 'clinical',
  conditions: 'clinical',
  medications: 'clinical',
  procedures: 'clinical',
  encounters: 'clinical',
  careNeeds: 'clinical',
  devices: 'skills',
} as const satisfies Record<string, Category>;

export type SourcePart = keyof typeof categoryOfPart;

/** Every part that has a category, as a file's draft names it. */
export const sourceParts = Object.keys(categoryOfPart) as readonly SourcePart[];

/** A mark of another category than the others: that a child died is clinical, as on its card. */
const categoryOfMark: Readonly<Record<string, Category>> = { deceased: 'clinical' };

/** As of facts, a summary tells which care and which devices, and nothing that the file says beside their names. */
const summaryParts: readonly SourcePart[] = ['careNeeds', 'devices'];

/** Whether a file could tell anything at all to whoever has these rights. */
export const mayReadSource = (rights: Rights): boolean =>
  sourceParts.some(part => readsWhole(rights, categoryOfPart[part])) ||
  summaryParts.some(part => rights[categoryOfPart[part]] === 'summary');

export type SeenPart = { readonly part: SourcePart; readonly category: Category; readonly value: unknown };

/**
 * What a hospital's file told of a child, by part, as far as the rights go. Whoever sees only its own part of a category
 * is told nothing of it: a file does not say which part that is.
 */
export function projectSource(content: Readonly<Record<string, unknown>>, rights: Rights): SeenPart[] {
  return sourceParts.flatMap(part => {
    const category = categoryOfPart[part];
    const value = content[part];
    if (value === undefined) return [];
    if (part === 'marks') return marksFor(value, rights);
    if (readsWhole(rights, category)) return [{ part, category, value }];
    const isSummed = rights[category] === 'summary' && summaryParts.includes(part);
    return isSummed ? [{ part, category, value: namesIn(value) }] : [];
  });
}

/** The marks that the rights reach, one by one; which category the part stands in follows from them. */
function marksFor(value: unknown, rights: Rights): SeenPart[] {
  const reached = [categoryOfPart.marks, ...Object.values(categoryOfMark)].filter(name => readsWhole(rights, name));
  const [category] = reached;
  if (!category || !Array.isArray(value)) return [];
  const isReached = (mark: unknown) => reached.includes(categoryOfMark[String(mark)] ?? categoryOfPart.marks);
  return [{ part: 'marks', category, value: value.filter(isReached) }];
}

const namesIn = (value: unknown): unknown[] => (Array.isArray(value) ? value.map(nameOf) : []);

const nameOf = (item: unknown): unknown =>
  typeof item === 'object' && item !== null && 'text' in item ? { text: item.text } : item;
