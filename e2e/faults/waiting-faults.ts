import type { Ask } from './ask.ts';
import type { Member } from './people-world.ts';
import { raw } from './told.ts';
import { nothing, waitingAsks } from './waiting-asks.ts';
import { type Word, waitingRows, waitingTold, waitingWords } from './waiting-table.ts';
import type { Waiting } from './waiting-world.ts';

type Answer = {
  readonly ask: Ask;
  readonly text: string;
  readonly expected: number;
  readonly flags: readonly string[];
};

/** What an answer to any question tells of what waits, and should not, or should; how many words it was looked through for. */
export async function waitingFaults(
  member: Member,
  waiting: Waiting,
  { ask, text, expected, flags }: Answer,
): Promise<{ cells: number; faults: string[] }> {
  const words = waitingTold(ask.row, { ...member, flags }, expected === 200);
  const faults = words
    .filter(([word, isTold]) => text.includes(textOf(word, waiting)) !== isTold)
    .map(([word, isTold]) => `${word} is ${isTold ? 'not ' : ''}told`);
  if (ask.row === 'GET /referrals/waiting' && expected === 200) {
    const count = member.relation.name === 'lead' ? 1 : 0;
    if (text !== JSON.stringify({ count })) faults.push(`waiting: ${text}`);
  }
  if (!waitingRows.includes(ask.row) || expected !== 404) return { cells: words.length, faults };
  if (text !== (await textOfNothing(member, ask.row))) faults.push('told apart from what does not exist');
  return { cells: words.length + 1, faults };
}

const textOf = (word: Word, { found, proposed }: Waiting): string => {
  const cases = {
    ...{ foundTwin: found.twin, firstChild: found.own },
    ...{ proposedTwin: proposed.twin, secondChild: proposed.own },
  };
  return { ...waitingWords, ...cases }[word];
};

const known = new Map<string, Promise<string>>();

/** How the first who asks is answered about what does not exist: everybody is in the same words. */
function textOfNothing(member: Member, row: string): Promise<string> {
  const text = known.get(row) ?? askForNothing(member, row);
  known.set(row, text);
  return text;
}

async function askForNothing(member: Member, row: string): Promise<string> {
  const ask = waitingAsks(nothing, nothing.found.own).find(one => one.row === row);
  return ask ? (await raw(member, ask.path, ask.init)).text : '';
}
