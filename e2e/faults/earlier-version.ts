/**
 * A version of the pathway that never was, as the one before this: the stage of planning had another name, and so had a
 * field of holds. What the statements make of a database, the step takes back.
 */
export const EARLIER = 0;

const renamed = [
  ['"planning"', '"assessing"'],
  ['"recheckOn"', '"checkAgainOn"'],
] as const;

const renamedIn = (column: string): string =>
  renamed.reduce((text, [now, before]) => `replace(${text}, '${now}', '${before}')`, `${column}::text`);

/** Rows as a program of that version would have left them. History is never rewritten. */
export const toEarlier: readonly string[] = [
  `UPDATE case_state SET pathway_version = ${EARLIER}, value = ${renamedIn('value')}::json, facts = ${renamedIn('facts')}::json`,
  `UPDATE board_card SET card = ${renamedIn('card')}::json`,
];

type Stored = { readonly value: unknown; readonly facts: unknown };

/** The step from there, as a release would bring it. */
export function fromEarlier({ value, facts }: Stored): Stored {
  const back = (stored: unknown): unknown =>
    JSON.parse(renamed.reduce((text, [now, before]) => text.replaceAll(before, now), JSON.stringify(stored)));
  return { value: back(value), facts: back(facts) };
}
