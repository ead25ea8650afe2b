import { describe, expect, it } from 'vitest';
import { toProblem } from './problem.ts';
import { parseJson } from './read-body.ts';

const inJapanese = { language: 'ja', requestId: 'r' } as const;
const inEnglish = { language: 'en', requestId: 'r' } as const;

describe('a problem', () => {
  it('says its detail in the language that was asked for, and in no other', () => {
    const refusal = { code: 'not-permitted', detail: 'できません。 / Not possible.' } as const;
    expect(toProblem(refusal, inJapanese).detail).toBe('できません。');
    expect(toProblem(refusal, inEnglish).detail).toBe('Not possible.');
    expect(toProblem({ code: 'sign-in' }, inEnglish).detail).toBe('Please sign in.');
  });

  it.each(['{"a":1,"a":2}', '{"__proto__":1}', '{"a":"\\ud800"}', `${'['.repeat(65)}${']'.repeat(65)}`, '{'])(
    'says in both languages what is wrong with %s',
    text => {
      const json = parseJson(text);
      if (json.ok) throw new Error('it was taken');
      const said = [inJapanese, inEnglish].map(
        asking =>
          toProblem({ code: 'bad-input', issues: [{ path: '', message: json.why }] }, asking).issues?.[0]?.message,
      );
      expect(said[0]).toMatch(/\p{Script=Hiragana}/u);
      expect(said[1]).toMatch(/^[\x20-\x7e]+$/);
    },
  );
});
