import { describe, expect, it } from 'vitest';
import { fieldsOf } from './schema.ts';

const words = (ja: string, en: string) => ({ ja, en });
const schema = {
  type: 'object',
  properties: {
    type: { type: 'string', const: 'consent.recorded' },
    consentId: {
      type: 'string',
      pattern: '^x$',
      'x-label': words('同意', 'Consent'),
      'x-ref': 'consents',
      'x-new': 'always',
    },
    recipient: { type: 'string', pattern: '^x$', 'x-label': words('相手先', 'Recipient'), 'x-ref': 'orgs' },
    scope: { type: 'string', enum: ['hospital', 'recipient'], 'x-words': { hospital: words('病院', 'Hospital') } },
    categories: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', enum: ['plan'], 'x-words': { plan: words('計画', 'Plan') } },
    },
    from: { type: 'string', format: 'date' },
    jointly: { type: 'boolean', 'x-hint': words('共同親権のとき', 'Where two have custody') },
    givers: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: { id: { type: 'string', pattern: '^x$' }, relation: { type: 'string', enum: ['mother'] } },
        required: ['relation'],
      },
    },
    sections: { type: 'array', items: { type: 'integer', minimum: 1, maximum: 9 } },
    seq: { type: 'integer', exclusiveMinimum: 0, maximum: 9007199254740991, description: '番号' },
    note: { type: 'string', minLength: 1, maxLength: 4000, 'x-text': true },
    outside: { type: 'string', maxLength: 200 },
    familyKana: { type: 'string', pattern: '^x', maxLength: 60, 'x-text': true, 'x-kana': true },
    grams: { type: 'integer', minimum: 200, 'x-unit': words('g', 'g') },
  },
  required: ['type', 'consentId', 'scope', 'from', 'givers'],
};
const byName = new Map(fieldsOf(schema, 'ja').map(field => [field.name, field]));

describe('fields of a schema', () => {
  it('leave out the type, which the form sends itself', () => {
    expect(byName.has('type')).toBe(false);
  });
  it.each([
    ['consentId', { kind: 'newId', isRequired: true, label: '同意' }],
    ['recipient', { kind: 'item', ref: 'orgs', fits: [], allowsNew: false, isRequired: false }],
    [
      'scope',
      {
        kind: 'choice',
        choices: [
          { value: 'hospital', label: '病院' },
          { value: 'recipient', label: 'recipient' },
        ],
      },
    ],
    ['categories', { kind: 'choices', least: 1, areWhole: false }],
    ['from', { kind: 'day', isRequired: true }],
    ['jointly', { kind: 'yesNo', hint: '共同親権のとき' }],
    ['seq', { kind: 'whole', least: 1 }],
    ['note', { kind: 'text', isLong: true }],
    ['outside', { kind: 'text', isLong: false, isCode: false, most: 200 }],
    ['familyKana', { kind: 'kana', most: 60 }],
    ['grams', { kind: 'whole', least: 200, unit: 'g' }],
  ])('%s', (name, expected) => {
    expect(byName.get(name)).toMatchObject(expected);
  });
  it('repeat the parts of a list, with ids made unseen', () => {
    expect(byName.get('givers')).toMatchObject({
      kind: 'rows',
      least: 1,
      fields: [{ kind: 'newId' }, { kind: 'choice', isRequired: true }],
    });
  });
  it('offer few whole numbers as boxes', () => {
    expect(byName.get('sections')).toMatchObject({ kind: 'choices', areWhole: true });
    expect(byName.get('sections')).toHaveProperty('choices.length', 9);
  });
  it('speak English too, hints and all, and show no description that is meant for machines', () => {
    const english = new Map(fieldsOf(schema, 'en').map(field => [field.name, field]));
    expect(english.get('recipient')?.label).toBe('Recipient');
    expect(english.get('jointly')?.hint).toBe('Where two have custody');
    expect(english.get('seq')?.hint).toBeUndefined();
    expect(byName.get('seq')?.hint).toBeUndefined();
  });
});
