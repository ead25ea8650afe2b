import { categories, type Day, type FullCard, type WallLevel, wallLevels } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { audienceOf, type CaseAccess, everyAudience, showCard, viewerAt } from './index.ts';
import { romanInitials } from './roman-initials.ts';
import { aViewer } from './testing/viewers.ts';
import { wallTable } from './testing/wall-table.ts';

const on: Day = '2026-06-01';
/** A word in every field that some level must not show. */
const card: FullCard = {
  ...{ id: 'case', no: 'K-00001', name: 'canary-name', kana: 'いしい そら', bornOn: '2025-01-15', gestationWeeks: 30 },
  ...{ stage: 'preparing', column: 'preparation', phase: 'P1', tracks: { 'canary-way': 'x' }, adult: 'canary-adult' },
  ...{ needs: ['canary-need'], due: { kind: 'visit', on: '2026-06-02' }, lead: 'lead', version: 7 },
  turn: { org: 'canary-way', role: 'canary-way', since: '2026-05-05' },
  holds: [{ code: 'housing', n: 1 }],
  cond: { done: 31, all: 47 },
  next: 'canary-way',
  owners: ['canary-way'],
  flags: ['discharged15', 'deceased'],
};
const rows: Readonly<Record<string, CaseAccess>> = {
  full: { class: 'full', categories },
  'partner-contacts': { class: 'partner', categories: ['contacts', 'clinical'] },
  'partner-plan': { class: 'partner', categories: ['plan', 'clinical'] },
  numberOnly: { class: 'numberOnly', categories },
};
const words: Readonly<Record<string, RegExp>> = {
  no: /K-00001/,
  stage: /"preparing"/,
  day: /2026-06-02/,
  kind: /"visit"/,
  hold: /housing/,
  name: /canary-name/,
  initial: /"I\.S"/,
  age: /"age":16,"corrAge":14/,
  needs: /canary-need/,
  way: /canary-way|"done":31|deceased|discharged15/,
};
const wall = (level: WallLevel) => aViewer('display', { screen: { id: 's', level, sightUntil: null } });
const shown = (row: CaseAccess, level: WallLevel, from = card) => JSON.stringify(showCard(from, row, wall(level), on));

const [head = '', ...lines] = wallTable.trim().split('\n');
const columns = head.split(/\s+/).slice(2);

describe('a card on a wall', () => {
  it('shows what the table by hand says, by relation and level, and nothing else', () => {
    expect(lines.length).toBe(Object.keys(rows).length * wallLevels.length);
    for (const line of lines) {
      const [relation = '', level = '', ...cells] = line.split(/\s+/);
      const text = shown(rows[relation] as CaseAccess, level as WallLevel);
      columns.forEach((column, at) => {
        expect(words[column]?.test(text), `${relation} ${level} ${column}: ${text}`).toBe(cells[at] === '+');
      });
      expect(text).not.toMatch(/いしい|2025-01-15|canary-adult/);
    }
  });

  it('says of no other date what it is, and of a birthday not even the day', () => {
    const full = rows.full as CaseAccess;
    for (const kind of ['lapse.consent', 'holdRecheck', 'followUp', 'actionItem'])
      expect(shown(full, 'name', { ...card, due: { kind, on: '2026-06-02' } })).toContain(
        '"due":{"kind":"due","on":"2026-06-02"}',
      );
    for (const kind of ['adult12', 'adult15', 'unheard-of'])
      expect(shown(full, 'name', { ...card, due: { kind, on: '2026-06-02' } }), kind).not.toContain('2026-06-02');
    expect(shown(full, 'number', { ...card, due: null })).not.toContain('due');
  });

  it('tells whose turn it is to nobody, its own organisation included', () => {
    const own = { ...card, turn: { org: 'org', role: 'doctor', since: on } };
    for (const level of wallLevels) expect(shown(rows.full as CaseAccess, level, own)).not.toContain('"turn"');
  });

  it('is of an unnamed child the family name and that it has no other', () => {
    const baby = { ...card, name: '石井', unnamed: true as const, kana: 'いしい' };
    expect(showCard(baby, rows.full as CaseAccess, wall('name'), on)).toMatchObject({ name: '石井', unnamed: true });
    expect(showCard(baby, rows.full as CaseAccess, wall('initial'), on)).toMatchObject({ initial: 'I' });
  });

  it('is the same to the rooms of the socket as to whoever asks', () => {
    for (const level of wallLevels)
      for (const row of Object.values(rows)) {
        const audience = audienceOf(wall(level));
        const own = audience?.narrow(row) as CaseAccess;
        expect(JSON.stringify(audience?.project(card, own, { on, org: 'org' }))).toBe(shown(row, level));
        expect(audience?.tells(row, 'plan')).toBe(false);
        expect(everyAudience).toContain(audience);
      }
    expect(new Set(everyAudience.map(({ id }) => id)).size).toBe(everyAudience.length);
  });
});

describe('a wall display', () => {
  it('is told nothing at all where it is no screen that holds', () => {
    expect(audienceOf(aViewer('display'))).toBeNull();
    expect(showCard(card, rows.full as CaseAccess, aViewer('display'), on)).toBeNull();
    const posing = aViewer('visitingNurse', { screen: { id: 's', level: 'name', sightUntil: null } });
    expect(audienceOf(posing)?.id).not.toMatch(/^wall/);
  });

  it('sees names from the PIN until its time is over, not a moment longer', () => {
    const unlocked = aViewer('display', {
      screen: { id: 's', level: 'number', sightUntil: '2026-06-01T00:02:00.000Z' },
    });
    const at = (instant: string) => viewerAt(unlocked, instant).screen?.level;
    expect(at('2026-06-01T00:01:59.999Z')).toBe('name');
    expect(at('2026-06-01T00:02:00.000Z')).toBe('number');
    expect(viewerAt(aViewer('doctor'), '2026-06-01T00:00:00.000Z')).toEqual(aViewer('doctor'));
  });
});

describe('initials', () => {
  it.each([
    ['いしい そら', 'I.S'],
    ['チバ ジュン', 'C.J'],
    ['ﾌｼﾞﾀ ｳﾞｨｸﾄﾘｱ', 'F.V'],
    ['おおの', 'O'],
    ['Silva まりあ', 'S.M'],
    ['ー・', undefined],
    ['', undefined],
    [null, undefined],
  ])('of %s are %s', (kana, initials) => {
    expect(romanInitials(kana)).toBe(initials);
  });
});
