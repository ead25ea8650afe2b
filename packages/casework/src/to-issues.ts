import type { Words } from '@kaerimichi/discharge';
import type { z } from 'zod';

/** A fault of an input: where, and why in both languages. */
export type Issue = { readonly path: string; readonly message: Words };

/** `items.2.watch`. */
export const issuePath = (path: readonly PropertyKey[]) => path.map(String).join('.');

/** No form has so many fields; who sends more faults than that reads no list of them. */
const MOST_ISSUES = 200;

/**
 * Every fault of an input with its path; an unknown key is one fault each. Beyond 200 the last entry says how many more
 * there are, with the path of the whole. `input` is what was parsed.
 */
export function toIssues(error: z.ZodError, input: unknown): Issue[] {
  const issues: Issue[] = [];
  let more = 0;
  const add = (path: readonly PropertyKey[], words: () => Words) => {
    if (issues.length < MOST_ISSUES) issues.push({ path: issuePath(path), message: words() });
    else more += 1;
  };
  for (const top of error.issues)
    for (const issue of ofMeantKind(top, input)) {
      if (issue.code !== 'unrecognized_keys') add(issue.path, () => wordsFor(issue, input));
      else for (const key of issue.keys) add([...issue.path, key], () => unknownField);
    }
  return more === 0 ? issues : [...issues, { path: '', message: andMore(more) }];
}

/** Of several kinds that a value may be, the faults of the one whose kind it is: a code, or an object with fields. */
function ofMeantKind(issue: z.core.$ZodIssue, input: unknown): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const isObject = typeof valueAt(input, issue.path) === 'object';
  const ofOthers = isObject ? ['invalid_type', 'invalid_value'] : ['invalid_type'];
  const isOtherKind = ({ code, path }: z.core.$ZodIssue) => path.length === 0 && ofOthers.includes(code);
  const [meant, ...others] = issue.errors.filter(faults => !faults.some(isOtherKind));
  if (!meant || others.length > 0) return [issue];
  return meant.flatMap(fault => ofMeantKind({ ...fault, path: [...issue.path, ...fault.path] }, input));
}

const w = (ja: string, en: string): Words => ({ ja, en });
const unknownField = w('ここにはない項目です。', 'There is no such field.');
const required = w('必ず入れてください。', 'This is required.');
const andMore = (n: number) => w(`ほかに${n}か所あります。`, `There are ${n} more.`);
const unread = w('読み取れない内容です。', 'This cannot be read.');

/** A sentence that a schema gives for itself, or one for the kind of fault. */
function wordsFor(issue: z.core.$ZodIssue, input: unknown): Words {
  const own = bothLanguages(issue.message);
  if (own.ja !== own.en) return own;
  if (valueAt(input, issue.path) === undefined) return required;
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? unread;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return w('選べるもののなかから選んでください。', 'Not one of the choices.');
    case 'invalid_format':
      return formatWords[issue.format] ?? w('この形では受けつけられません。', 'Not in the form that is expected here.');
    default:
      return unread;
  }
}

const typeWords: Readonly<Record<string, Words>> = {
  string: w('文字で入れてください。', 'Text, please.'),
  number: w('数で入れてください。', 'A number, please.'),
  int: w('整数で入れてください。', 'A whole number, please.'),
  boolean: w('「はい」か「いいえ」で答えてください。', 'Answer yes or no.'),
  array: w('一覧にして入れてください。', 'A list, please.'),
};

const formatWords: Readonly<Record<string, Words>> = {
  date: w('日付として読めません。例:2026-11-22', 'Not a date. E.g. 2026-11-22'),
  datetime: w('日時として読めません。', 'Not a date with a time.'),
};

function tooSmall({ origin, minimum, inclusive = true }: z.core.$ZodIssueTooSmall): Words {
  if (origin === 'string') {
    return minimum === 1 ? required : w(`${minimum}文字以上で入れてください。`, `At least ${minimum} characters.`);
  }
  if (origin === 'array') return w(`${minimum}つ以上入れてください。`, `At least ${minimum}, please.`);
  return inclusive
    ? w(`${minimum}以上の数で入れてください。`, `A number from ${minimum} up.`)
    : w(`${minimum}より大きい数で入れてください。`, `A number above ${minimum}.`);
}

function tooBig({ origin, maximum, inclusive = true }: z.core.$ZodIssueTooBig): Words {
  if (origin === 'string') return w(`${maximum}文字までで入れてください。`, `At most ${maximum} characters.`);
  if (origin === 'array') return w(`${maximum}つまでにしてください。`, `At most ${maximum}, please.`);
  return inclusive
    ? w(`${maximum}以下の数で入れてください。`, `A number up to ${maximum}.`)
    : w(`${maximum}より小さい数で入れてください。`, `A number below ${maximum}.`);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** `まだです。 / Not yet.`, as a schema has room for one sentence only; what has one language is said in both. */
export function bothLanguages(message: string): Words {
  const [ja, en, ...rest] = message.split(' / ');
  return ja && en && rest.length === 0 ? { ja, en } : { ja: message, en: message };
}
