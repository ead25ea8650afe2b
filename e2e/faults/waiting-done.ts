import { randomUUID } from 'node:crypto';
import type { MatrixWorld } from './matrix-world.ts';
import type { Member } from './people-world.ts';
import type { Found } from './route-faults.ts';
import { nameOf, raw } from './told.ts';
import { waitingAsks } from './waiting-asks.ts';
import { waitingLetter, waitingRows } from './waiting-table.ts';
import { freshPairs, type Pair, proposeHub, proposePair, refer, type Waiting } from './waiting-world.ts';

type Cell = { readonly row: string; readonly member: Member };

/** Everybody whom the table lets decide, each about one of its own: it is done, and done once. */
export async function doneFaults(world: MatrixWorld): Promise<Found> {
  const todo = cellsToDo(world);
  const pairs = await freshPairs(world, todo.filter(isAboutPair).length);
  const faults: string[] = [];
  for (const { row, member } of todo) {
    const waiting = await freshOf(world, row, pairs);
    const statuses = [await statusOf(world, member, { row, waiting }), await statusOf(world, member, { row, waiting })];
    const [first = 0, second = 0] = statuses;
    const isRight = first === 200 && (second === 409 || (row.includes('/admin') && second === 404));
    if (!isRight) faults.push(`${nameOf(member)} ${row}: ${statuses}`);
  }
  faults.push(...(await ownProposalFaults(world)));
  return { cells: 2 * todo.length + 2, faults };
}

const isAboutPair = ({ row }: Cell): boolean => row.includes('/merges');

function cellsToDo({ members, waiving }: MatrixWorld): Cell[] {
  const mayDo = (row: string, flags: readonly string[]) => (member: Member) =>
    waitingLetter(row, { ...member, flags }) === '!';
  return waitingRows.flatMap(row => {
    const flagged = row.includes('/admin') ? waiving.filter(mayDo(row, ['orgAdmin'])) : [];
    return [...members.filter(mayDo(row, [])), ...flagged].map(member => ({ row, member }));
  });
}

/** What waits, with one thing of its own for a row. */
async function freshOf(world: MatrixWorld, row: string, pairs: Pair[]): Promise<Waiting> {
  const { waiting } = world;
  if (row.includes('/referrals'))
    return { ...waiting, referral: await refer(world, 'partner-all', { familyName: 'ツグミノ', reason: 'x' }) };
  if (row.includes('/admin')) return { ...waiting, proposal: await freshProposal(world) };
  const pair = pairs.pop() ?? waiting.found;
  if (row.includes('#found')) return { ...waiting, found: pair };
  await proposePair(world, pair);
  return { ...waiting, proposed: pair };
}

const freshProposal = ({ founder }: MatrixWorld) => proposeHub(founder.client, `試験の拠点 ${randomUUID()}`);

async function statusOf(
  world: MatrixWorld,
  member: Member,
  { row, waiting }: { row: string; waiting: Waiting },
): Promise<number> {
  const ask = waitingAsks(waiting, world.children[0].caseId).find(one => one.row === row);
  return ask ? (await raw(member, ask.path, ask.init)).status : 0;
}

/** Whoever proposed something takes it back, and does not confirm it. */
async function ownProposalFaults(world: MatrixWorld): Promise<string[]> {
  const waiting = { ...world.waiting, proposal: await freshProposal(world) };
  const [confirm = '', withdraw = ''] = waitingRows.filter(row => row.includes('/admin'));
  const statuses = [
    await statusOf(world, world.founder, { row: confirm, waiting }),
    await statusOf(world, world.founder, { row: withdraw, waiting }),
  ];
  return statuses.join() === '403,200' ? [] : [`of one's own proposal: ${statuses}`];
}
