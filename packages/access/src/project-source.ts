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

/** As of facts, a summary tells which care and which devices, and nothing that the file says beside their names. */
const summaryParts: readonly SourcePart[] = ['careNeeds', 'devices'];

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
    if (readsWhole(rights, category)) return [{ part, category, value }];
    const isSummed = rights[category] === 'summary' && summaryParts.includes(part);
    return isSummed ? [{ part, category, value: namesIn(value) }] : [];
  });
}

const namesIn = (value: unknown): unknown[] => (Array.isArray(value) ? value.map(nameOf) : []);

const nameOf = (item: unknown): unknown =>
  typeof item === 'object' && item !== null && 'text' in item ? { text: item.text } : item;
