import { describe, expect, it } from 'vitest';
import { aCase } from '../histories/a-case.ts';
import { codesOf } from '../histories/walk.ts';
import { redecide } from '../redecide.ts';
import { openTask } from '../tasks/open-task.ts';

const handoffId = 'h-paper';
const printed = (version = 1) => ({ handoffId, version, way: 'page', saidBy: '島の診療所 山口' });
const sent = () =>
  aCase()
    .goesTo('readyForDischarge')
    .sends('dsn', 'handoff.composed', { handoffId, outside: '島の診療所', content: '九つの項目' })
    .sends('dsn', 'handoff.sent', { handoffId });
const handoff = (child: ReturnType<typeof sent>) => child.facts().handoffs.find(({ id }) => id === handoffId);

describe('a printed handoff', () => {
  it('is read, taken on, or asked about by somebody without an account', () => {
    const child = sent().sends('clock', 'handoff.paperAcknowledged', { ...printed(), answer: 'paperRead' });
    expect(handoff(child)).toMatchObject({ status: 'opened', paper: { version: 1, answer: 'paperRead' } });
    child.sends('clock', 'handoff.paperAcknowledged', { ...printed(), answer: 'paperCallMe' });
    expect(openTask(child.facts(), `handoff.${handoffId}.call`, child.on())).toMatchObject({ org: 'org-kodomo' });
    child.sends('clock', 'handoff.paperAcknowledged', { ...printed(), answer: 'paperTaken' });
    expect(handoff(child)).toMatchObject({ status: 'accepted', decidedOn: child.on() });
    expect(openTask(child.facts(), `handoff.${handoffId}.call`, child.on())).toBeNull();
    expect(redecide(child.past)).toMatchObject({ ok: true });
  });

  it('is answered for the version that was printed, and for no other', () => {
    const child = sent();
    child
      .sends('dsn', 'handoff.composed', { handoffId, content: '改めた' })
      .sends('dsn', 'handoff.sent', { handoffId });
    const says = (version: number) =>
      codesOf(child.tries('clock', 'handoff.paperAcknowledged', { ...printed(version), answer: 'paperTaken' }));
    expect(says(1)).toEqual(['handoff.paperGone']);
    expect(says(2)).toEqual([]);
  });

  it('is answered by no paper where the recipient is of the network, or where it was withdrawn', () => {
    const child = sent().sends('dsn', 'handoff.withdrawn', { handoffId });
    const says = (id: string) =>
      codesOf(child.tries('clock', 'handoff.paperAcknowledged', { ...printed(), handoffId: id, answer: 'paperRead' }));
    expect(says(handoffId)).toEqual(['handoff.paperGone']);
    child.sends('dsn', 'handoff.composed', { handoffId: 'h-in', recipient: 'org-nozomi', content: '九つ' });
    child.sends('dsn', 'handoff.sent', { handoffId: 'h-in' });
    expect(says('h-in')).toEqual(['handoff.paperGone']);
  });
});
