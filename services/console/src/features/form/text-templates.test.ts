import { expect, it } from 'vitest';
import { en } from '../../words/en/index.ts';
import { ja } from '../../words/ja/index.ts';
import { kindOfField, type TemplateKind, templatesFor, withTemplate } from './text-templates.ts';

const outline = '状況:\n判断:';

it('an outline is put at the caret on lines of its own, and the caret behind its first colon', () => {
  expect(withTemplate('', 0, outline)).toEqual({ text: outline, caret: 3 });
  expect(withTemplate('夜は', 2, outline)).toEqual({ text: `夜は\n${outline}`, caret: 6 });
  expect(withTemplate('前\n後', 2, outline)).toEqual({ text: `前\n${outline}\n後`, caret: 5 });
  expect(withTemplate('x', 1, 'plain')).toEqual({ text: 'x\nplain', caret: 7 });
});

it('each kind of text has some, in both languages, every line of which one can write behind', () => {
  const kinds: readonly TemplateKind[] = ['note', 'reason', 'text'];
  for (const words of [ja, en] as const)
    for (const id of kinds.flatMap(templatesFor)) {
      expect(words[`template.${id}.title`], id).toBeTruthy();
      expect(
        words[`template.${id}.text`].split('\n').every(line => /[::]$/.test(line)),
        id,
      ).toBe(true);
    }
  expect(kinds.map(kind => templatesFor(kind).length > 0)).toEqual([true, true, true]);
  expect(['note', 'reason', 'cause'].map(kindOfField)).toEqual(['note', 'reason', 'text']);
});
