import { expect, it } from 'vitest';
import type { FieldSpec } from './schema.ts';
import { soleChoices } from './sole-choices.ts';

const item = (more: object = {}) =>
  ({
    kind: 'item',
    name: 'conferenceId',
    label: '会議',
    isRequired: true,
    ref: 'conferences',
    fits: [],
    allowsNew: false,
    ...more,
  }) as FieldSpec;
const facts = (...ids: string[]) => ({ facts: { plan: { conferences: ids.map(id => ({ id })) } } });

it('chooses the one conference there is, and none of several', () => {
  expect(soleChoices([item()], facts('c1'))).toEqual({ conferenceId: 'c1' });
  expect(soleChoices([item()], facts('c1', 'c2'))).toEqual({});
  expect(soleChoices([item()], facts())).toEqual({});
});

it('leaves to the person what may be left out, and what may be made anew', () => {
  expect(soleChoices([item({ isRequired: false })], facts('c1'))).toEqual({});
  expect(soleChoices([item({ allowsNew: true })], facts('c1'))).toEqual({});
  expect(soleChoices([item({ ref: 'conferences.items' })], facts('c1'))).toEqual({});
});

it('chooses the one word of a list of words', () => {
  const choice = (...values: string[]) =>
    ({
      kind: 'choice',
      name: 'how',
      label: '',
      isRequired: true,
      choices: values.map(value => ({ value, label: value })),
    }) as const;
  expect(soleChoices([choice('paper')], facts())).toEqual({ how: 'paper' });
  expect(soleChoices([choice('paper', 'oral')], facts())).toEqual({});
});
