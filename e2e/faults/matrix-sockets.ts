import { io, type Socket } from 'socket.io-client';
import { missing } from './ask.ts';
import { expectedColumn, sighted } from './people-table.ts';
import type { Member } from './people-world.ts';
import type { Child } from './route-asks.ts';
import { nameOf } from './told.ts';
import { wordsAt } from './word-table.ts';

type Change = { readonly caseId: string; readonly version: number };
type Told = { readonly caseId: string; readonly version: number };

/** Somebody with an open board and both children's pages, as far as they are let in. */
export type Listener = {
  readonly member: Member;
  readonly socket: Socket;
  readonly frames: string[];
  readonly changes: Change[];
  readonly events: Told[];
  readonly names: Set<string>;
  /** How each message of the client was answered. */
  readonly acks: Readonly<Record<'board.watch' | 'board.sync' | 'case.watch' | 'other' | 'missing', string>>;
};

export async function listenTo(url: string, member: Member, child: Child, other: Child): Promise<Listener> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: member.client.cookie },
  });
  const heard = { frames: [] as string[], changes: [] as Change[], events: [] as Told[], names: new Set<string>() };
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  socket.io.engine.on('packet', ({ data }: { data?: unknown }) => heard.frames.push(String(data)));
  socket.onAny((name: string) => heard.names.add(name));
  socket.on('cases.changed', ({ changes }: { changes: Change[] }) => heard.changes.push(...changes));
  socket.on('case.event', (told: Told) => heard.events.push(told));
  const ask = async (name: string, body?: object) =>
    JSON.stringify(await (body ? socket.emitWithAck(name, body) : socket.emitWithAck(name)));
  const acks = {
    'board.watch': await ask('board.watch'),
    'board.sync': await ask('board.sync', { have: {} }),
    'case.watch': await ask('case.watch', { caseId: child.caseId }),
    other: await ask('case.watch', { caseId: other.caseId }),
    missing: await ask('case.watch', { caseId: missing }),
  };
  // Said by everybody, also of a case that they do not see: who hears of it is looked at in the frames.
  socket.emit('presence.set', { board: true, caseId: child.caseId });
  socket.emit('form.set', { caseId: child.caseId, form: 'plan.written', state: 'typing' });
  return { member, socket, ...heard, acks };
}

const isSeen = ({ role, relation }: Member): boolean => expectedColumn(role, relation) !== null;

/** Whether somebody has heard of a version of the child: on the board and, having its page open, by its event. */
export const hasHeard = ({ changes, events }: Listener, { caseId }: Child, version: number): boolean =>
  [changes, events].every(told => told.some(one => one.caseId === caseId && one.version >= version));

/** How the messages of the socket are answered, and what frames tell: cells and what is wrong, by the table by hand. */
export function socketFaults(listener: Listener, child: Child, other: Child): { cells: number; faults: string[] } {
  const { member, acks, frames, names } = listener;
  const { role, relation } = member;
  const all = frames.join('\n');
  const faults: string[] = [];
  let cells = 0;
  const check = (isRight: boolean, what: string) => {
    cells += 1;
    if (!isRight) faults.push(`${nameOf(member)}: ${what}`);
  };
  const hasBoard = sighted.includes(role);
  const unknown = '{"code":"not-found"}';
  const refused = '{"code":"not-permitted"}';
  check(hasBoard ? acks['board.watch'].startsWith('{"pulse":') : acks['board.watch'] === refused, 'board.watch');
  check(hasBoard ? acks['board.sync'].includes('"changed":') : acks['board.sync'] === refused, 'board.sync');
  check(isSeen(member) ? acks['case.watch'].startsWith('{"version":') : acks['case.watch'] === unknown, 'case.watch');
  check(acks.missing === unknown, 'case.watch of no case');
  const seesOther = hasBoard && (relation.name === 'lead' || relation.kind === 'hub');
  check((acks.other === unknown) !== seesOther, 'case.watch of another child');
  check(all.includes(child.caseId) === isSeen(member), 'the id of the case');
  check(all.includes(other.caseId) === seesOther, 'the id of another child');
  check(
    relation.name === 'lead' || !(all.includes(other.words.bird) || all.includes(other.words.name)),
    'another child',
  );
  for (const name of ['cases.changed', 'case.event']) check(names.has(name) === (isSeen(member) || seesOther), name);
  check(hasBoard || !names.has('board.pulse'), 'board.pulse');
  check(hasBoard || !names.has('presence.now'), 'presence.now');
  check(hasBoard || !names.has('form.edited'), 'form.edited');
  for (const [word, isTold] of wordsAt('lists', child.words, member)) check(all.includes(word) === isTold, word);
  return { cells, faults };
}
