import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bothLanguages, type ReasonWords, type Refusal } from '@kaerimichi/casework';
import { type Problem, type ProblemCode, problemStatus } from '@kaerimichi/contracts';
import type { Language, Words } from '@kaerimichi/discharge';

const titles: Record<ProblemCode, Words> = {
  'bad-input': { ja: '入力に誤りがあります。', en: 'The input has faults.' },
  'sign-in': { ja: 'ログインしてください。', en: 'Please sign in.' },
  'not-permitted': { ja: 'この操作の権限がありません。', en: 'You may not do this.' },
  'foreign-origin': { ja: 'ほかのサイトからの操作は受けつけません。', en: 'Requests from another site are refused.' },
  'not-found': { ja: '見つからないか、閲覧の許可がありません。', en: 'Not found, or you have no permission.' },
  'requirements-unmet': { ja: 'このまま進めることはできません。', en: 'Cannot move on yet.' },
  'wrong-stage': { ja: 'いまの段階ではこの操作はできません。', en: 'This does not belong to the present stage.' },
  'version-conflict': { ja: 'ほかの人が先に変更しました。', en: 'Somebody else changed this first.' },
  'already-there': { ja: '同じものがすでに登録されています。', en: 'The same is registered already.' },
  'key-reused': { ja: '同じ鍵で別の内容が送られました。', en: 'The key was used for something else.' },
  'precondition-required': { ja: '版の番号(If-Match)が必要です。', en: 'The version (If-Match) is required.' },
  'slow-down': { ja: '続けて間違えたため、しばらく止めています。', en: 'Too many attempts; try again later.' },
  fault: {
    ja: '表示できませんでした。時間をおいて開き直してください。',
    en: 'Something went wrong. Please try again later.',
  },
  busy: { ja: '混み合っています。少し待ってからもう一度送ってください。', en: 'Busy. Please try again in a moment.' },
};

export type Asking = { readonly language: Language; readonly requestId: string };

/** Japanese unless English is asked for first. */
export function askingOf(request: IncomingMessage): Asking {
  const wanted = String(request.headers['accept-language'] ?? '')
    .trim()
    .toLowerCase();
  return { language: wanted.startsWith('en') ? 'en' : 'ja', requestId: randomUUID() };
}

const said = (message: string | Words): Words => (typeof message === 'string' ? bothLanguages(message) : message);

const inLanguage =
  (language: Language) =>
  ({ text, ...reason }: ReasonWords) => ({ ...reason, text: text[language] });

/** A refusal as problem+json: one table maps codes to statuses. */
export function toProblem(
  refusal: Omit<Refusal, 'code'> & { code: ProblemCode; detail?: string },
  { language, requestId }: Asking,
): Problem {
  const { code, reasons, issues, current, events, detail } = refusal;
  return {
    type: `urn:kaerimichi:problem:${code}`,
    title: titles[code][language],
    status: problemStatus[code],
    code,
    detail: said(detail ?? titles[code])[language],
    requestId,
    ...(reasons ? { reasons: reasons.map(inLanguage(language)) as Problem['reasons'] } : {}),
    ...(issues ? { issues: issues.map(({ path, message }) => ({ path, message: said(message)[language] })) } : {}),
    ...(current ? { current } : {}),
    ...(events ? { events: [...events] } : {}),
  };
}

export function sendProblem(response: ServerResponse, problem: Problem, headers: Record<string, string> = {}): void {
  const body = JSON.stringify(problem);
  const retry = problem.code === 'busy' ? { 'retry-after': '1' } : {};
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': problem.requestId,
    ...retry,
    ...headers,
  });
  response.end(body);
}
