import type { CaseView } from '@kaerimichi/contracts';
import type { Speech } from '../../words/words.ts';
import { refParts, refWords } from './ref-words.ts';

type Row = CaseView['deadlines'][number];
type Telling = Pick<Speech, 'code' | 'findCode' | 'say' | 'language'>;
/** One line of a list of deadlines: the day, what is due, and what it is about where several of a kind share the day. */
export type DeadlineLine = {
  readonly key: string;
  readonly on: string;
  readonly words: string;
  readonly about: string;
  readonly moved: Row['moved'];
};

/**
 * Deadlines as lines, the next first. What is due on one day for several subjects is one line: eight procedures that two
 * caregivers show again on the same day are read as two lists of procedures, not as eight lines that begin alike.
 */
export function deadlineLines(deadlines: readonly Row[], speech: Telling): DeadlineLine[] {
  const byLine = new Map<string, Row[]>();
  for (const row of [...deadlines].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    // What says nothing of its subject stays a line of its own.
    const key = `${row.on} ${row.kind} ${refParts(row, speech) ? '' : row.ref}`;
    byLine.set(key, [...(byLine.get(key) ?? []), row]);
  }
  return [...byLine].map(([key, [first, ...more]]) => lineOf(key, first as Row, more, speech));
}

function lineOf(key: string, first: Row, more: readonly Row[], speech: Telling): DeadlineLine {
  const { kind, on } = first;
  const isOne = more.length === 0;
  const detail = isOne ? refWords(first, speech) : speech.say('facts.deadlineCount', { n: more.length + 1 });
  // Japanese sets nothing before a bracket or a count.
  const words = [speech.code('dueKind', kind), detail].filter(Boolean).join(speech.language === 'ja' ? '' : ' ');
  return {
    key,
    on,
    words,
    about: isOne ? '' : subjectsOf([first, ...more], speech),
    moved: isOne ? first.moved : undefined,
  };
}

/** What several of a kind are about: those of two parts by the second (母: 吸引、注入), those of one in a row. */
function subjectsOf(rows: readonly Row[], speech: Telling): string {
  const byLast = new Map<string, string[]>();
  for (const row of rows) {
    const [subject = '', last = ''] = refParts(row, speech) ?? [];
    byLast.set(last, [...(byLast.get(last) ?? []), subject]);
  }
  const said = [...byLast].map(([who, subjects]) => {
    const list = subjects.join(speech.say('common.listMark'));
    return who ? speech.say('facts.deadlineOf', { who, list }) : list;
  });
  return said.join(speech.say('facts.deadlineNext'));
}
