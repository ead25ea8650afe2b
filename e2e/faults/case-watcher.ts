import { io, type Socket } from 'socket.io-client';
import { canaries } from './canary-case.ts';
import { expectedColumn, expectedRights } from './people-table.ts';
import type { Member } from './people-world.ts';
import { nameOf } from './told.ts';

type Change = { caseId: string; version: number; card: Record<string, unknown> | null; cause: { type: string } };
/** Somebody who watches board and case, with every frame that came. */
export type CaseWatcher = {
  member: Member;
  socket: Socket;
  frames: string[];
  changes: Change[];
  watch: unknown;
  /** The answer about a case that does not exist. */
  nothing: unknown;
};

export async function watchCase(
  url: string,
  member: Member,
  { caseId, missing }: { caseId: string; missing: string },
): Promise<CaseWatcher> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: member.client.cookie },
  });
  const watcher: CaseWatcher = { member, socket, frames: [], changes: [], watch: null, nothing: null };
  await new Promise<void>(resolve => socket.once('connect', resolve));
  socket.io.engine.on('packet', ({ data }: { data?: unknown }) => watcher.frames.push(String(data)));
  socket.on('cases.changed', ({ changes }: { changes: Change[] }) =>
    watcher.changes.push(...changes.filter(change => change.caseId === caseId)),
  );
  await socket.emitWithAck('board.watch');
  watcher.watch = await socket.emitWithAck('case.watch', { caseId });
  watcher.nothing = await socket.emitWithAck('case.watch', { caseId: missing });
  return watcher;
}

type Known = { caseId: string; kindsByType: ReadonlyMap<string, string> };

/** What is in a watcher's frames and should not be, or should and is not. */
export function frameFaults(watcher: CaseWatcher, { caseId, kindsByType }: Known): string[] {
  const { member, frames, changes, watch: acked, nothing } = watcher;
  const rights = expectedRights(member.role, member.relation);
  const all = frames.join('\n');
  const isUnknown = expectedColumn(member.role, member.relation) === null;
  const faults = [
    // No frame ever carries more of a child than a card does.
    ...(/canary|かなりや|2011-03-07/i.test(all) ? ['a canary'] : []),
    ...(all.includes(canaries.name) === rights.has('contacts') ? [] : ['the name']),
    ...(all.includes('"ventilator"') === rights.has('clinical') ? [] : ['the needs']),
    ...(/"(cond|next)":(?!null|\{"done":0,"all":0\})/.test(all) === (rights.get('plan') === 'R') ? [] : ['the way']),
    ...(isUnknown && all.includes(caseId) ? ['the case'] : []),
    ...(JSON.stringify(acked).includes(isUnknown ? 'not-found' : 'version') ? [] : ['the answer to case.watch']),
    ...(JSON.stringify(nothing) === '{"code":"not-found"}' ? [] : ['the answer about no case']),
  ];
  const causes = changes.map(({ cause }) => cause.type).filter(type => type !== 'hidden');
  const untold = causes.filter(type => !['R', 'S'].includes(rights.get(kindsByType.get(type) ?? '') ?? ''));
  return [...faults, ...untold].map(fault => `${nameOf(member)}: ${fault}`);
}
