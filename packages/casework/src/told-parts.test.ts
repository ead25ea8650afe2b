import { describe, expect, it } from 'vitest';
import { toldParts } from './told-parts.ts';

const day = (version: number) => `2026-11-0${version}T00:00:00.000Z`;
const told = (...contents: Record<string, unknown>[]) =>
  contents.map((content, at) => ({ version: at + 3, importedAt: day(at + 3), content }));
const entry = (text: string, more = {}) => ({ from: `entry[${text.length}]`, codes: [], text, ...more });
const all = { contacts: 'read', clinical: 'read', skills: 'read' } as const;
const partsOf = (...contents: Record<string, unknown>[]) =>
  Object.fromEntries(
    toldParts(told(...contents), all).map(({ part, items }) => [
      part,
      items.map(({ text, came, gone }) => [text, came?.version ?? null, gone?.version ?? null]),
    ]),
  );

describe('what files told of a child', () => {
  it('is what the newest tells, each with its place, and nothing where a file says nothing', () => {
    const content = {
      from: 'entry[0].resource',
      familyName: '成瀬',
      familyKana: null,
      conditions: [],
      devices: [entry('吸引器', { on: '2026-10' })],
      guardians: [{ from: 'contact[0]', name: '成瀬 まゆ', kana: null, relation: 'mother', phones: ['000-0000-0001'] }],
    };
    expect(toldParts(told(content), all)).toEqual([
      {
        part: 'familyName',
        category: 'contacts',
        items: [{ text: '成瀬', from: 'entry[0].resource', came: null, gone: null }],
        more: 0,
      },
      {
        part: 'guardians',
        category: 'contacts',
        items: [
          {
            ...{ text: '成瀬 まゆ', from: 'contact[0]', relation: 'mother', phones: ['000-0000-0001'] },
            ...{ came: null, gone: null },
          },
        ],
        more: 0,
      },
      {
        part: 'devices',
        category: 'skills',
        items: [{ text: '吸引器', from: 'entry[3]', on: '2026-10', came: null, gone: null }],
        more: 0,
      },
    ]);
  });

  it('says what came and what went since the case was made, also what came and went in between', () => {
    expect(
      partsOf(
        { allergies: [entry('卵'), entry('ラテックス')] },
        { allergies: [entry('卵'), entry('ラテックス'), entry('そば')] },
        { allergies: [{ ...entry('卵'), from: 'elsewhere' }, entry('牛乳')] },
      ).allergies,
    ).toEqual([
      ['卵', null, null],
      ['牛乳', 5, null],
      ['ラテックス', null, 5],
      ['そば', 4, 5],
    ]);
  });

  it('says of what went and came back since when it is told again', () => {
    const [with_, without] = [{ allergies: [entry('卵')] }, { allergies: [] }];
    expect(partsOf(with_, without, without).allergies).toEqual([['卵', null, 4]]);
    expect(partsOf(with_, without, with_).allergies).toEqual([['卵', 5, null]]);
  });

  it('tells another dose or status as another thing', () => {
    const dose = (detail: string) => ({ medications: [entry('カルボシステイン', { detail })] });
    expect(partsOf(dose('1回2mL'), dose('1回3mL')).medications).toEqual([
      ['カルボシステイン', 4, null],
      ['カルボシステイン', null, 4],
    ]);
  });

  it('tells another birth date or name beside the one before', () => {
    expect(partsOf({ bornOn: '2020-01-01' }, { bornOn: '2020-01-02' }, { bornOn: null }).bornOn).toEqual([
      ['2020-01-02', 4, 5],
      ['2020-01-01', null, 4],
    ]);
  });

  it('takes a part for new only where the version before was read for it', () => {
    expect(partsOf({}, { interpreter: [entry('ベトナム語')] }).interpreter).toEqual([['ベトナム語', null, null]]);
    expect(partsOf({ interpreter: [] }, { interpreter: [entry('ベトナム語')] }).interpreter).toEqual([
      ['ベトナム語', 4, null],
    ]);
  });

  it('counts what is more than anybody reads on a case', () => {
    const encounters = Array.from({ length: 700 }, (_, n) => entry(`AMB ${n}`));
    const [part] = toldParts(told({ encounters }), all);
    expect([part?.items.length, part?.more]).toEqual([500, 200]);
  });

  it('breaks on nothing that an importer never wrote', () => {
    expect(partsOf({ allergies: [null, 7, ['x'], {}], devices: 'x', sex: 3, phones: { a: 1 } })).toEqual({
      allergies: [['', null, null]],
      devices: [['x', null, null]],
    });
  });
});
