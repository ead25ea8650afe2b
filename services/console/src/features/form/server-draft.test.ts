import { expect, it } from 'vitest';
import type { Draft } from './drafts.ts';
import { type Kept, serverDraft } from './server-draft.ts';

/** A server that can be away, with what it was asked. */
function aServer(found: Draft | null = null) {
  const asked: string[] = [];
  const told: (Kept | Draft)[] = [];
  const world = { isAway: false };
  const answer = async <Answer>(what: string, value: Answer): Promise<Answer> => {
    asked.push(what);
    await Promise.resolve();
    if (world.isAway) throw new Error('away');
    return value;
  };
  const draft = serverDraft(
    {
      find: () => answer('find', found),
      keep: content => answer(`keep ${String(content)}`, 500),
      forget: () => answer('forget', undefined),
    },
    { onKept: kept => told.push(kept), onFound: other => told.push(other) },
  );
  return { asked, told, world, draft };
}

it('keeps what is typed, after it has looked once what is there', async () => {
  const { asked, told, draft } = aServer();
  await draft.look(0);
  await draft.keep('a', 1);
  await draft.keep('ab', 2);
  expect(asked).toEqual(['find', 'keep a', 'keep ab']);
  expect(told).toEqual([
    { at: 500, isSent: true },
    { at: 500, isSent: true },
  ]);
});

it('says that it is on this device alone while the server is away, and keeps the next one', async () => {
  const { told, world, draft } = aServer();
  world.isAway = true;
  await draft.look(0);
  await draft.keep('a', 7);
  world.isAway = false;
  await draft.keep('ab', 8);
  expect(told).toEqual([
    { at: 7, isSent: false },
    { at: 500, isSent: true },
  ]);
});

it('replaces no later draft of another device before somebody has chosen', async () => {
  const other = { content: 'theirs', at: 200_000 };
  const { asked, told, draft } = aServer(other);
  await draft.look(100_000);
  await draft.keep('mine', 100_001);
  expect(asked).toEqual(['find']);
  expect(told).toEqual([other, { at: 100_001, isSent: false }]);
  draft.settle();
  await draft.keep('mine', 100_002);
  expect(asked).toEqual(['find', 'keep mine']);
});

it('takes one of the same minute for its own, and any where this device has none', async () => {
  const own = aServer({ content: 'x', at: 130_000 });
  await own.draft.look(100_000);
  expect(own.told).toEqual([]);
  const none = aServer({ content: 'x', at: 5 });
  await none.draft.look(0);
  expect(none.told).toEqual([{ content: 'x', at: 5 }]);
});

it('keeps what is written anew after it was sent, behind the end of what went before', async () => {
  const { asked, told, draft } = aServer();
  await draft.keep('a', 1);
  const ended = draft.forget();
  draft.renew();
  await Promise.all([ended, draft.keep('b', 2)]);
  expect(asked).toEqual(['find', 'keep a', 'forget', 'keep b']);
  expect(told.at(-1)).toEqual({ at: 500, isSent: true });
});

it('lets nothing arrive after the form was sent', async () => {
  const { asked, told, draft } = aServer();
  const kept = draft.keep('a', 1);
  const ended = draft.forget();
  await Promise.all([kept, ended, draft.keep('late', 2)]);
  expect(asked.at(-1)).toBe('forget');
  expect(asked).not.toContain('keep late');
  expect(told).toEqual([]);
});
