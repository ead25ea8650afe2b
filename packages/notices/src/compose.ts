import { fillWords, type Language, type NoticeKind, type Words } from '@kaerimichi/discharge';
import { notices } from './catalogue.ts';
import type { NoticeTab } from './notice.ts';

export type Mail = { readonly subject: string; readonly text: string };

/** One notice of a mail: nothing of it but its kind, and the number and id of its case. */
export type MailedNotice = {
  readonly kind: NoticeKind;
  readonly no: string;
  readonly caseId: string;
  /** It is somebody's who is away (代理). */
  readonly isForAbsent: boolean;
};

/** Cases of one section that are listed; the others are counted. */
const MOST_LISTED = 30;

const w = (ja: string, en: string): Words => ({ ja, en });
const words = {
  turnSubject: w('かえりみち:確認が必要なことが{n}件あります({which})', 'Kaerimichi: {n} to look at ({which})'),
  changesSubject: w('かえりみち:変更のお知らせが{n}件あります({which})', 'Kaerimichi: {n} changed ({which})'),
  andOthers: w('{no} ほか', '{no} and others'),
  turn: w('■ あなたの番', '■ Your turn'),
  absent: w('■ 代理で見ている人の番', '■ For somebody for whom you stand in'),
  changes: w('■ 変更のお知らせ', '■ Changes'),
  several: w('{what} {n}件', '{what} ({n})'),
  more: w('ほかに{n}ケースあります。', 'And {n} more cases.'),
  all: w('すべて見る', 'See all'),
  end: w(
    'お名前と内容はメールに書きません。開くにはログインが必要です。\nメールを止める・時間を変える: {settings}',
    'A mail holds no names and no content: sign in to read.\nTo stop these mails or change their times: {settings}',
  ),
  codeSubject: w('かえりみち:メールアドレスの確認', 'Kaerimichi: confirm your mail address'),
  code: w(
    '確認の番号は {code} です。30分以内に、設定の画面に入れてください。\n心当たりがないときは、何もしなくて大丈夫です。通知は送られません。',
    'Your code is {code}. Enter it on the settings page within 30 minutes.\nIf you did not ask for it, do nothing: no notices will be sent here.',
  ),
};

/** A mail that tells what is new, in one language; `place` is where the program is reached, without a slash at its end. */
export function composeNotices(
  told: readonly MailedNotice[],
  { language, place }: { readonly language: Language; readonly place: string },
): Mail {
  const say = (key: keyof typeof words, params: Readonly<Record<string, string | number>> = {}) =>
    fillWords(words[key], params)[language];
  const tabOf = ({ kind }: MailedNotice): NoticeTab => notices[kind].tab;
  const turn = told.filter(one => tabOf(one) === 'turn');
  const counted = turn.length > 0 ? turn : told;
  const [first] = counted;
  const cases = new Set(counted.map(({ caseId }) => caseId)).size;
  const which = cases > 1 ? say('andOthers', { no: first?.no ?? '' }) : (first?.no ?? '');
  const sections = [
    { title: say('turn'), own: turn.filter(({ isForAbsent }) => !isForAbsent) },
    { title: say('absent'), own: turn.filter(({ isForAbsent }) => isForAbsent) },
    { title: say('changes'), own: told.filter(one => tabOf(one) === 'changes') },
  ].filter(({ own }) => own.length > 0);
  const list = listing({ language, place });
  return {
    subject: say(turn.length > 0 ? 'turnSubject' : 'changesSubject', { n: counted.length, which }),
    text: [
      ...sections.map(({ title, own }) => [title, ...list(own)].join('\n')),
      `${say('all')}: ${place}/inbox`,
      say('end', { settings: `${place}/settings` }),
    ].join('\n\n'),
  };
}

/** Lines of a section: each case once, with what is new there and its address. */
function listing({ language, place }: { readonly language: Language; readonly place: string }) {
  return (own: readonly MailedNotice[]): string[] => {
    const cases = [...new Map(own.map(({ caseId, no }) => [caseId, no]))];
    const lines = cases.slice(0, MOST_LISTED).map(([caseId, no]) => {
      const kinds = own.filter(one => one.caseId === caseId).map(({ kind }) => kind);
      const what = [...new Set(kinds)].map(kind => {
        const n = kinds.filter(other => other === kind).length;
        const label = notices[kind].mail[language];
        return n > 1 ? fillWords(words.several, { what: label, n })[language] : label;
      });
      return `${no}  ${what.join(language === 'ja' ? '、' : ', ')}\n  ${place}/cases/${caseId}`;
    });
    const left = cases.length - lines.length;
    return left > 0 ? [...lines, fillWords(words.more, { n: left })[language]] : lines;
  };
}

/** The mail with the number that shows that an address is the person's own. */
export const composeCode = (code: string, language: Language): Mail => ({
  subject: words.codeSubject[language],
  text: fillWords(words.code, { code })[language],
});
