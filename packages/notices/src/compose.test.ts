import { changeKinds, codeWords, noticeKinds, taskKinds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { notices } from './catalogue.ts';
import { composeCode, composeNotices, type MailedNotice } from './compose.ts';

const place = 'https://kaerimichi.example';
const of = (kind: MailedNotice['kind'], no: string, isForAbsent = false): MailedNotice => ({
  ...{ kind, no, isForAbsent },
  caseId: `id-${no}`,
});
const ja = { language: 'ja', place } as const;

describe('the catalogue', () => {
  it('puts what there is to do into one tab and what changed into the other', () => {
    for (const kind of taskKinds) expect(notices[kind].tab, kind).toBe('turn');
    for (const kind of changeKinds) expect(notices[kind], kind).toMatchObject({ tab: 'changes', urgency: 'never' });
  });

  it.each(noticeKinds)('says of %s what it is, in both languages, without a blank to fill in', kind => {
    const { mail } = notices[kind];
    expect(mail.ja).toMatch(/^[^{}]{1,20}$/);
    expect(mail.en).toMatch(/^[A-Z][^{}]{1,40}$/);
    // What is recorded of a child is said in words of codes: none of them is told outside.
    expect(Object.values(codeWords).map(words => words.ja)).not.toContain(mail.ja);
  });
});

describe('a mail', () => {
  it('counts what there is to do and names the first case', () => {
    const { subject, text } = composeNotices([of('question', 'K-0098'), of('deadline', 'K-0142')], ja);
    expect(subject).toBe('かえりみち:確認が必要なことが2件あります(K-0098 ほか)');
    expect(text).toContain(`K-0098  引き継ぎの質問\n  ${place}/cases/id-K-0098`);
    expect(text).toContain(`${place}/settings`);
  });

  it('names one case alone, counts two of a kind, and leaves changes out of the count', () => {
    const told = [of('checklist', 'K-0098'), of('checklist', 'K-0098'), of('notes', 'K-0142')];
    const { subject, text } = composeNotices(told, ja);
    expect(subject).toBe('かえりみち:確認が必要なことが2件あります(K-0098)');
    expect(text).toContain('チェックの項目 2件');
    expect(text.indexOf('■ あなたの番')).toBeLessThan(text.indexOf('■ 変更のお知らせ'));
    expect(text).not.toContain('代理');
  });

  it('says of changes alone that they are changes', () => {
    expect(composeNotices([of('notes', 'K-0142')], ja).subject).toBe('かえりみち:変更のお知らせが1件あります(K-0142)');
    expect(composeNotices([of('notes', 'K-0142')], { language: 'en', place }).subject).toBe(
      'Kaerimichi: 1 changed (K-0142)',
    );
  });

  it('keeps apart what is somebody else’s who is away', () => {
    const { text } = composeNotices([of('deadline', 'K-0098', true), of('turn', 'K-0142')], ja);
    expect(text).toMatch(/■ あなたの番\nK-0142[\s\S]*■ 代理で見ている人の番\nK-0098/);
  });

  it('lists thirty cases and counts the others', () => {
    const { text } = composeNotices(
      Array.from({ length: 33 }, (_, n) => of('turn', `K-${n}`)),
      ja,
    );
    expect(text.match(/\/cases\//g)).toHaveLength(30);
    expect(text).toContain('ほかに3ケースあります。');
  });

  it('carries the number that confirms an address', () => {
    for (const language of ['ja', 'en'] as const) expect(composeCode('012345', language).text).toContain('012345');
  });
});
