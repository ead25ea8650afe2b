import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeDocument } from './compose.ts';
import { printPaper } from './pdf.ts';
import { templates } from './templates/templates.ts';
import { knownCase } from './testing/known-case.ts';

const fontFile = '../../../node_modules/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf';
const font = readFileSync(join(import.meta.dirname, fontFile));
const print = { no: 'K-0142', version: 40, by: '松本', at: '2026-11-30T06:20:00.000Z', isDemo: true, font };
const printed = async (wanted: string, known = knownCase()) => {
  const template = templates.find(({ id }) => id === wanted);
  if (!template) throw new Error('no template');
  return Buffer.from(await printPaper(composeDocument(template, known).paper, print));
};

describe('every document as a PDF', () => {
  it.each(templates.map(({ id }) => [id] as const))(
    '%s is tagged, in Japanese, titled without a name, and holds its part of the font',
    async id => {
      const bytes = await printed(id);
      const text = bytes.toString('latin1');
      expect(text.startsWith('%PDF-1.7'), id).toBe(true);
      expect(text).toContain('/MarkInfo');
      expect(text).toContain('/StructTreeRoot');
      expect(text).toContain('(ja-JP)');
      expect(text).toContain('/DisplayDocTitle true');
      expect(text).toContain('/Outlines');
      expect(text).toMatch(/\/FontFile2/);
      // A part of the font: the whole has five megabytes.
      expect(bytes.length).toBeLessThan(200_000);
    },
  );

  it('is the same to the byte for the same records and instant', async () => {
    expect((await printed('dischargePlan')).equals(await printed('dischargePlan'))).toBe(true);
  });

  it('goes on to further pages with whatever somebody wrote', async () => {
    const known = knownCase();
    const entries = known.entries.map(one =>
      one.event.type === 'minutes.drafted' ? { ...one, texts: { minutes: '決まったこと。\n'.repeat(400) } } : one,
    );
    const minutes = await printed('conferenceMinutes', { ...known, entries });
    expect(minutes.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(7);
  });

  it('loses nothing of a row of a table that is longer than a page', async () => {
    const card = templates.find(({ id }) => id === 'carryCard');
    if (!card) throw new Error('no carry card');
    const { paper } = composeDocument(card, knownCase());
    const pagesWith = async (times: number) => {
      const blocks = paper.blocks.map(block =>
        block.kind === 'table' ? { ...block, rows: [[['夜間'], ['病棟の当直へ。'.repeat(times)]]] } : block,
      );
      const bytes = Buffer.from(await printPaper({ ...paper, blocks }, print));
      return bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    };
    const [short, long, longer] = await Promise.all([1, 400, 800].map(pagesWith));
    expect(long).toBeGreaterThan((short ?? 0) + 1);
    expect(longer).toBeGreaterThan((long ?? 0) + 1);
  });
});
