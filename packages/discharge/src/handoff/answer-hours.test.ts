import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '../deadlines.ts';
import { aCase, type Story } from '../histories/a-case.ts';
import { codesOf } from '../histories/walk.ts';
import { redecide } from '../redecide.ts';
import { rulesOf } from '../rule-sets/rule-set.ts';
import { ruleSetFaults } from '../rule-sets/rule-set-faults.ts';
import { answerClocks, answerPhase } from './answer-hours.ts';

const HOUR = 3_600_000;
const enquiry = { candidateId: 't-x', function: 'visitingNurse', organisation: 'org-nozomi' };
const asked = (more = {}) =>
  aCase()
    .goesTo('preparing')
    .sends('dsn', 'candidate.asked', { ...enquiry, ...more });
const row = (story: Story, kind: string) => deadlinesOf(story.facts()).find(other => other.kind === kind);
const lastAt = (story: Story) => story.past.at(-1)?.event.at ?? '';
const after = (at: string, hours: number) => new Date(Date.parse(at) + hours * HOUR).toISOString();
/** A handoff that was sent and not opened. */
function sent(): Story {
  const story = aCase()
    .goesTo('readyForDischarge')
    .prepares('handoff.opened', 'handoff.sectionConfirmed', 'handoff.accepted');
  return story;
}

describe('an answer that is waited for', () => {
  it('is reminded of 48 hours after it was asked, and told one level up after 72, to the instant', () => {
    const story = asked();
    const at = lastAt(story);
    expect(row(story, 'answerRemind')).toMatchObject({ at: after(at, 48), fires: 'answer.reminded' });
    expect(row(story, 'answerEscalate')).toMatchObject({ at: after(at, 72), fires: 'answer.escalated' });
    const of = { kind: 'enquiry', ref: 't-x' };
    const phases = [-1, 0].flatMap(by =>
      [48, 72].map(hours => answerPhase(story.facts(), of, after(at, hours + by / 60))),
    );
    expect(phases).toEqual(['ahead', 'over', 'over', 'late']);
  });

  it('is told of once, and no more when it came', () => {
    const story = asked().waits(3).sends('clock', 'answer.reminded');
    expect(codesOf(story.tries('clock', 'answer.reminded'))).toEqual(['answer.noReminder']);
    expect(row(story, 'answerRemind')).toBeUndefined();
    story.sends('hvn', 'candidate.answered', { candidateId: 't-x', answer: 'accepted' });
    expect(row(story, 'answerEscalate')).toBeUndefined();
    expect(codesOf(story.waits(9).tries('clock', 'answer.escalated'))).toEqual(['answer.noneMissing']);
    expect(redecide(story.past)).toMatchObject({ ok: true });
  });

  it('of an enquiry with a day of its own is reminded of by that day, and escalated a day after its end', () => {
    const story = asked({ replyBy: '@20' });
    expect(row(story, 'answerRemind')).toBeUndefined();
    expect(answerClocks(story.facts())).toMatchObject([{ unansweredAt: null }]);
    expect(row(story, 'remind')).toBeDefined();
  });

  it('takes the hours of the rule set, which may not remind after it escalates', () => {
    const story = asked();
    const content = { answerHours: { unanswered: 24, escalated: 36 } };
    story.sends('clock', 'rules.adopted', rulesOf(content, { lead: story.facts().lead, version: 1 }));
    const [clock] = answerClocks(story.facts());
    expect(row(story, 'answerRemind')?.at).toBe(after(clock?.since ?? '', 24));
    expect(ruleSetFaults(content)).toEqual([]);
    expect(ruleSetFaults({ answerHours: { escalated: 48 } }).map(({ path }) => path)).toEqual([
      'answerHours.escalated',
    ]);
    expect(ruleSetFaults({ answerHours: { unopened: 49 } }).map(({ path }) => path)).toEqual(['answerHours.unopened']);
  });
});

describe('a handoff', () => {
  it('is reminded of after 24 hours unopened, and of its answer after 48, each told once', () => {
    const story = sent();
    const clock = answerClocks(story.facts()).find(({ kind }) => kind === 'handoff');
    expect(clock).toMatchObject({
      unopenedAt: after(clock?.since ?? '', 24),
      unansweredAt: after(clock?.since ?? '', 48),
    });
    const first = row(story, 'answerRemind')?.at;
    expect(first).toBe(clock?.unopenedAt);
    expect(answerPhase(story.facts(), { kind: 'handoff', ref: clock?.ref ?? '' }, clock?.unopenedAt ?? '')).toBe(
      'near',
    );
  });

  it('that was asked about is the lead’s to answer, from then on', () => {
    const story = sent();
    const id = answerClocks(story.facts()).find(({ kind }) => kind === 'handoff')?.ref ?? '';
    const question = { handoffId: id, questionId: 'q1', section: 'breathing', question: '?' };
    story.waits(1).sends('hvn', 'handoff.opened', { handoffId: id }).sends('hvn', 'handoff.asked', question);
    const clock = answerClocks(story.facts()).find(({ ref }) => ref === id);
    expect(clock).toMatchObject({ since: lastAt(story), unopenedAt: null });
    const phase = answerPhase(story.facts(), { kind: 'question', ref: `${id}.q1` }, after(lastAt(story), 72));
    expect(phase).toBe('late');
  });
});
