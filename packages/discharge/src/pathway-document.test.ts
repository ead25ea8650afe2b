import { describe, expect, it } from 'vitest';
import { allMoves, eventDefinitions, pathwayDocument, requirements, stageMetas } from './chart.ts';
import { deadlineKinds } from './deadline-kinds.ts';
import { deadlinesOf } from './deadlines.ts';
import { aCase } from './histories/a-case.ts';
import { categories, roleIds } from './vocabulary.ts';

const text = pathwayDocument();

describe('the pathway document', () => {
  it('is the same text every time', () => {
    expect(pathwayDocument()).toBe(text);
  });

  it('names every stage, move, requirement, event and kind of deadline', () => {
    for (const [stage, { label }] of stageMetas) expect(text).toContain(`## ${label.ja} · ${label.en} \`${stage}\``);
    for (const { event } of allMoves()) expect(text).toContain(`\`${event}\``);
    for (const [id, { text: words, todo, fix }] of requirements) {
      const cells = [words, todo].map(({ ja, en }) => `${ja} · ${en}`).join(' | ');
      expect(text).toContain(` | ${cells.replaceAll(/\{\w+\}/g, '…')} | `);
      expect(text).toContain(`| \`${id}\` ← \`${fix}\` |`);
    }
    for (const { type, label } of eventDefinitions)
      expect(text).toContain(`| \`${type}\` | ${label.ja} · ${label.en} |`);
    for (const kind of Object.keys(deadlineKinds)) expect(text).toContain(`| \`${kind}\` |`);
  });

  it('draws arrows between known stages only', () => {
    const arrows = [...text.matchAll(/^ {2}(\S+) --> (\S+) : /gm)];
    expect(arrows.length).toBeGreaterThan(35);
    for (const [, from, to] of arrows)
      expect([from === '[*]' || stageMetas.has(from ?? ''), stageMetas.has(to ?? '')]).toEqual([true, true]);
  });

  it('holds tables whose rows have as many cells as their heads', () => {
    const widths = text.split('\n\n').flatMap(block => {
      const rows = block.split('\n').filter(line => line.startsWith('|'));
      return [new Set(rows.map(line => line.replaceAll('\\|', '').split('|').length)).size];
    });
    expect(Math.max(...widths)).toBe(1);
  });
});

describe('the pathway document for a nurse', () => {
  it('says turns, owners, categories and closings in words, not in codes', () => {
    const codes = [...roleIds, ...categories, ...stageMetas.keys()].join('|');
    expect(text.match(new RegExp(`\\| (${codes}) \\|`))).toBeNull();
    expect(text).toContain('担当 Owner: 病棟看護師 · Ward nurse');
    expect(text).toContain(
      '| 議事録を承認した · Minutes approved | 議事録を承認する · Approve the minutes | 医師 · Doctor |',
    );
    expect(text).toContain('終了:転出 `closed.movedOut`');
  });
});

describe('kinds of deadlines', () => {
  it('are all described, with the event that they send', () => {
    const child = aCase({ bornOn: '2011-06-01' }).goesTo('jointConference');
    child
      .sends('dsn', 'hold.added', { holdId: 'w', code: 'other', recheckOn: '@40' })
      .sends('dsn', 'evaluation.requested', { evaluationId: 'e', purposes: ['growth'], from: '@50' })
      .prepares();
    for (const { kind, fires } of deadlinesOf(child.facts()))
      expect(deadlineKinds).toMatchObject({ [kind]: { fires } });
  });
});
