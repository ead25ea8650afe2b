import type { Ask } from './ask.ts';
import { handoffRecipients, sectionCategories, sectionText } from './other-child.ts';
import { organisationFaults } from './other-organisations.ts';
import { expectedColumn, expectedRights } from './people-table.ts';
import type { Member } from './people-world.ts';
import { type AskedWorld, asksOf, type Child } from './route-asks.ts';
import { DONE, letterOf, statusOf } from './route-table.ts';
import { nameOf, raw } from './told.ts';
import { waitingFaults } from './waiting-faults.ts';
import { waitingLetter, waitingRows } from './waiting-table.ts';
import { placeOf, wordsAt } from './word-table.ts';

/** What was asked and what was wrong about the answers. */
export type Found = { cells: number; readonly faults: string[] };

/** Answers whose list may be empty of a child that could be told of: they are looked through for what is too much. */
const mayBeShort: readonly string[] = [
  'GET /merges',
  'GET /merges/{id}#found',
  'GET /merges/{id}#proposed',
  'POST /cases/similar',
  'GET /tasks',
  'GET /tasks#team',
  'GET /tasks/morning',
  'GET /cases/{id}/card',
  'GET /visits',
  'GET /inbox',
  'GET /drafts',
  'POST /board/csv',
  'GET /tasks#team',
  'GET /tasks/morning',
  'GET /handoffs#in',
  'GET /handoffs#out',
  'GET /cases/{id}/handoff-proposal',
];

/** Answers that name a case by the id with which it was asked. */
const echoes: readonly string[] = ['POST /tasks/changes'];

type Asking = { readonly world: AskedWorld; readonly child: Child; readonly others: readonly Child[] };

/** Every route asked by one person about one child: how it is answered, and which words the answer tells. */
export async function routeFaults(
  member: Member,
  { world, child, others }: Asking,
  { flags = [], rows }: { flags?: readonly string[]; rows?: readonly string[] },
): Promise<Found> {
  const found: Found = { cells: 0, faults: [] };
  const isSeen = expectedColumn(member.role, member.relation) !== null;
  const { name, consent } = member.relation;
  const rights = expectedRights(member.role, member.relation);
  const hasCard = rights.get('contacts') === 'R' && rights.get('clinical') === 'R';
  const standing = { isSeen, isLead: name === 'lead', hasPlan: consent.includes('plan'), hasCard };
  for (const ask of asksOf(member, child, world).filter(({ row }) => !rows || rows.includes(row))) {
    const expected = statusOf(letterFor(ask, member, flags), standing);
    if (expected === DONE) continue;
    const { status, text: whole } = await raw(member, ask.path, ask.init);
    const text = echoes.includes(ask.row) ? whole.replaceAll(child.caseId, '') : whole;
    const answered = status >= 200 && status < 300 ? 200 : status;
    const say = (what: string) => found.faults.push(`${nameOf(member)} ${flags.join()} ${ask.row}: ${what}`);
    found.cells += 1;
    if (answered !== expected) say(`${status}, not ${expected}`);
    const about = { ask, text, isAnswered: expected === 200 };
    const faults = [...wordFaults(member, child, about), ...handoffFaults(member, child, about)];
    const waiting = await waitingFaults(member, world.waiting, { ask, text, expected, flags });
    const named = organisationFaults(member, { world, child }, { ask, text });
    for (const fault of [...faults, ...named, ...waiting.faults]) say(fault);
    found.cells += wordsOf(member, child, about).length + others.length + 1 + waiting.cells;
    for (const other of others) if (tellsOfAnother(text, other, member, isSeen)) say(`a word of ${other.words.bird}`);
  }
  return found;
}

const letterFor = ({ row }: Ask, member: Member, flags: readonly string[]): string =>
  waitingRows.includes(row) ? waitingLetter(row, { ...member, flags }) : letterOf(row, member.role, flags);

type About = { readonly ask: Ask; readonly text: string; readonly isAnswered: boolean };

/** Which words the answer to a question tells; a preview those of whoever is looked at. */
function wordsOf(member: Member, child: Child, { ask, isAnswered }: About): [string, boolean][] {
  if (ask.row === 'GET /cases/{id}/preview' && isAnswered) {
    const relation = child.relations.find(({ name }) => name === child.previewed) ?? member.relation;
    return wordsAt('case', child.words, { role: 'visitingNurse', relation });
  }
  return wordsAt(isAnswered ? (placeOf[ask.row] ?? 'nowhere') : 'nowhere', child.words, member);
}

function wordFaults(member: Member, child: Child, about: About): string[] {
  const isShort = mayBeShort.includes(about.ask.row);
  const rights = expectedRights(member.role, member.relation);
  return wordsOf(member, child, about).flatMap(([word, isTold]) => {
    const says = about.text.includes(word);
    if (says === isTold) return [];
    const isNamed = word === child.words.name || word === child.words.kana;
    // A row of such a list bears the child's name, and a proposal or a carry card everything that whoever gets it reads.
    if (isShort && says && about.isAnswered && (isNamed ? rights.has('contacts') : isProposal(about.ask))) return [];
    return [`${word} is ${isTold ? 'not ' : ''}told`];
  });
}

const isProposal = ({ row }: Ask): boolean => ['GET /cases/{id}/handoff-proposal', CARD].includes(row);

/** Says of the last handoff what whoever gets it reads of it. */
const CARD = 'GET /cases/{id}/card';

/** Sections of handoffs: read by whoever reads the plan and the section's category, of the lead or the one it went to. */
function handoffFaults(member: Member, child: Child, { ask, text, isAnswered }: About): string[] {
  if (child.words.bird !== 'lark') return [];
  const rights = expectedRights(member.role, member.relation);
  const tells = isAnswered && ['GET /cases/{id}/handoffs', 'GET /cases/{id}/events'].includes(ask.row);
  return handoffRecipients.flatMap(relation =>
    Object.entries(sectionCategories).flatMap(([section, category]) => {
      const isEnd = member.relation.name === 'lead' || member.relation.name === relation;
      const mayRead = isEnd && rights.get('plan') === 'R' && rights.get(category) === 'R';
      const isTold = tells && mayRead;
      const says = text.includes(sectionText(relation, section));
      // Of several handoffs a card says one.
      const isWrong = ask.row === CARD && isAnswered ? says && !mayRead : says !== isTold;
      return isWrong ? [`${relation} ${section} is ${isTold ? 'not ' : ''}told`] : [];
    }),
  );
}

/** Whoever has a part with one child only is told no word of another, and its id where no hub or lead is by name. */
function tellsOfAnother(text: string, { words, caseId }: Child, { relation }: Member, isSeen: boolean): boolean {
  if (relation.name === 'lead') return false;
  const isOfNumber = isSeen && relation.kind === 'hub';
  return text.includes(words.bird) || text.includes(words.name) || (!isOfNumber && text.includes(caseId));
}
