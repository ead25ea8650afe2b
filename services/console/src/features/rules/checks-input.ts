import { houseCheckIdOf, type RuleSetContent } from '@kaerimichi/discharge';
import type { OwnValues } from './rules-input.ts';

type Checks = NonNullable<RuleSetContent['checks']>;
type Added = NonNullable<Checks['added']>[number];

/** A thing to check that is being added; `key` is the part of its id that stays. */
export type AddedInput = {
  readonly key: string;
  readonly section: Added['section'];
  readonly templates: readonly string[];
  readonly ja: string;
  readonly en: string;
};

/** What templates ask for otherwise, as it is typed; an empty name is the program's own. */
export type ChecksInput = {
  readonly added: readonly AddedInput[];
  readonly without: Readonly<Record<string, readonly string[]>>;
  readonly ja: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
};

const keyOf = (id: string): string => id.replace(/^house-(all|need)-/, '');

export function checksInputOf({ added = [], without = {}, renamed = {} }: Checks = {}): ChecksInput {
  const names = Object.entries(renamed);
  return {
    added: added.map(({ id, section, templates, words }) => ({ key: keyOf(id), section, templates, ...words })),
    without,
    ja: Object.fromEntries(names.map(([id, { ja }]) => [id, ja])),
    en: Object.fromEntries(names.map(([id, { en }]) => [id, en])),
  };
}

/** The part of the rule set that was typed; nothing where templates are the program's own. */
export function readChecks(input: ChecksInput, own: OwnValues['checks']): Pick<RuleSetContent, 'checks'> {
  const renamed = own.items.flatMap(({ id, words }) => {
    const names = { ja: input.ja[id]?.trim() ?? '', en: input.en[id]?.trim() ?? '' };
    if (names.ja === '' && names.en === '') return [];
    return [[id, { ja: names.ja || words.ja, en: names.en || words.en }] as const];
  });
  const without = Object.entries(input.without).filter(([, ids]) => ids.length > 0);
  const checks: Checks = {
    ...(input.added.length > 0 ? { added: input.added.map(addedOf) } : {}),
    ...(without.length > 0 ? { without: Object.fromEntries(without.map(([id, ids]) => [id, [...ids]])) } : {}),
    ...(renamed.length > 0 ? { renamed: Object.fromEntries(renamed) } : {}),
  };
  return Object.keys(checks).length > 0 ? { checks } : {};
}

/** One that is written in one language alone is called so in both. */
function addedOf({ key, section, templates, ja, en }: AddedInput): Added {
  const names = { ja: ja.trim(), en: en.trim() };
  return {
    id: houseCheckIdOf(key, templates),
    section,
    templates: [...templates],
    words: { ja: names.ja || names.en, en: names.en || names.ja },
  };
}

/** A key that no other item has, short enough to be read in a file. */
export const newKey = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 8);
