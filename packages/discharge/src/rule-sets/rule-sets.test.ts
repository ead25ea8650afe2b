import { addDays } from '@kaerimichi/rules/calendar';
import { describe, expect, it } from 'vitest';
import { eventsByType, stageMetas, transitionsOf } from '../chart.ts';
import { forwardOf } from '../deadline-steps.ts';
import { deadlinesOf, dueOf, rowsToRepair } from '../deadlines.ts';
import { beginsWithRules, completeEvent } from '../event.ts';
import { aCase } from '../histories/a-case.ts';
import { codesOf } from '../histories/walk.ts';
import { redecide } from '../redecide.ts';
import { requirements, standingOf } from '../requirements.ts';
import { phaseOf } from '../sla-days.ts';
import { ownValues } from './own-values.ts';
import { previewRules } from './preview-rules.ts';
import { type RuleSetContent, ruleSetContent, rulesOf } from './rule-set.ts';
import { ruleSetFaults } from './rule-set-faults.ts';

type Story = ReturnType<typeof aCase>;
const rules = (story: Story, content: RuleSetContent, version = 1) =>
  rulesOf(content, { lead: story.facts().lead, version });
const adopt = (story: Story, content: RuleSetContent, version = 1) =>
  story.sends('clock', 'rules.adopted', rules(story, content, version));
const today = (story: Story) => addDays(story.startsOn, story.day());
const clock = { membership: 'system', person: 'system', org: 'system', role: 'system', mayWaive: false } as const;
const next = (story: Story) => ({
  seq: story.seq() + 1,
  at: `${today(story)}T03:00:00.000Z`,
  on: today(story),
  by: clock,
});
const forward = (story: Story) => transitionsOf(story.state(), today(story)).find(({ isForward }) => isForward);
const rows = (story: Story, kind: string) => deadlinesOf(story.facts()).filter(row => row.kind === kind);

describe('what a rule set may say', () => {
  it('is offered with the program’s own values, and every part of them may be said again', () => {
    const own = ownValues();
    const content = {
      labels: Object.fromEntries(own.stages.map(({ id, label }) => [id, { ja: `${label.ja}*`, en: `${label.en}*` }])),
      stageDays: Object.fromEntries(own.stages.filter(({ hasDays }) => hasDays).map(({ id }) => [id, 9])),
      remindDays: Object.fromEntries(own.dates.map(({ id, remindDays }) => [id, remindDays])),
      escalateDays: Object.fromEntries(own.dates.map(({ id, escalateDays }) => [id, escalateDays])),
      limits: Object.fromEntries(own.columns.map(({ id }) => [id, 5])),
      off: own.requirements.filter(({ staysOn }) => staysOn === null).map(({ id }) => id),
      caregivers: own.caregivers,
      skillDays: own.skillDays,
      answerHours: own.answerHours,
      approvers: 'both',
      checks: {
        without: Object.fromEntries(
          own.checks.templates.map(({ id, checks }) => [
            id,
            checks.filter(check => own.checks.items.some(item => item.id === check && item.staysOn === null)).slice(1),
          ]),
        ),
        renamed: Object.fromEntries(
          own.checks.items
            .filter(({ requirement }) => requirement === null)
            .map(({ id, words }) => [id, { ja: `${words.ja}*`, en: `${words.en}*` }]),
        ),
      },
    };
    expect(ruleSetFaults(ruleSetContent.parse(content))).toEqual([]);
    expect(content.off).toEqual([
      'lastConferenceAfterLastStay',
      'trialStaySucceeded',
      'entitlementsReady',
      'schoolInformed',
      'earlyContact',
      'month1',
      'month3',
      'month6',
    ]);
  });

  it('switches off nothing that law or safety asks: only what may be waived for one child', () => {
    const choices = [...requirements.values()].filter(({ isChoice }) => isChoice);
    expect(choices.every(({ waivable }) => waivable === 'yes')).toBe(true);
  });

  it('is told every fault with its path and the rule that forbids it', () => {
    const faults = ruleSetFaults({
      labels: { planning: { ja: '終了', en: 'P' }, nowhere: { ja: 'あ', en: 'A' } },
      stageDays: { closed: 3, planning: 2, preparing: 30 },
      remindDays: { stage: 2, 'lapse.skill': 3 },
      escalateDays: { adult12: 3 },
      limits: { closed: 3, attic: 1 },
      off: ['month1', 'trainingReady', 'consentEveryRecipient', 'interviewHeld', 'nothing'],
    });
    expect(faults.map(({ path, message }) => `${path} ${message.en}`)).toEqual([
      'labels.nowhere There is no such stage.',
      'stageDays.closed A closed case has no days to keep.',
      'remindDays.lapse.skill Not a date that is reminded of or told one level up.',
      'escalateDays.adult12 Not a date that is reminded of or told one level up.',
      'limits.closed The board has no such column.',
      'limits.attic The board has no such column.',
      'off.1 Asked for safety: it cannot be switched off.',
      'off.2 Asked by law, for the rights of the child or for the record: it cannot be switched off.',
      'off.3 A fee or safety rests on it: it is passed over for one child at a time, as an exception.',
      'off.4 There is no such condition.',
      'labels.planning.ja Another stage has the same name: nobody could tell the two apart.',
      'remindDays.stage The reminder would come before the stage is entered. Fewer days than the stage has, please.',
    ]);
    expect(ruleSetFaults({ escalateDays: { stage: 2 } }).map(({ path }) => path)).toEqual(['escalateDays.stage']);
  });
});

describe('days of a stage', () => {
  it('are a deadline from the entry into the stage on, gone with it, and moved by the next version', () => {
    const child = aCase().goesTo('preparing');
    expect(rows(child, 'stage')).toEqual([]);
    adopt(child, { stageDays: { preparing: 10, jointConference: 5 } });
    const entered = child.facts().entry.on;
    expect(rows(child, 'stage')).toMatchObject([{ ref: 'preparing', on: addDays(entered, 10), fires: null }]);
    adopt(child, { stageDays: { preparing: 3 } }, 2);
    expect(rows(child, 'stage')).toMatchObject([{ on: addDays(entered, 3) }]);
    child.goesTo('jointConference');
    expect(rows(child, 'stage')).toEqual([]);
    expect(child.facts().rules?.version).toBe(2);
  });

  it('stand on the card, are late on it, and ask for the move of the stage', () => {
    const child = aCase().goesTo('planning');
    adopt(child, { stageDays: { planning: 1 } });
    const on = today(child.waits(5));
    const due = dueOf(child.facts(), on);
    expect(due).toMatchObject({ kind: 'stage' });
    expect((due?.on ?? '') < on).toBe(true);
    for (const [stage, { forward: event }] of stageMetas) expect(forwardOf[stage] ?? null, stage).toBe(event);
  });

  it('are reminded of and told one level up as the rules say, but not for days before they were adopted', () => {
    const child = aCase().goesTo('preparing').waits(30);
    adopt(child, { stageDays: { preparing: 5 }, escalateDays: { stage: 2 } });
    // Both days are over: nobody is reminded of what has just been written.
    expect([...rows(child, 'remind'), ...rows(child, 'escalate')]).toEqual([]);
    const other = aCase().goesTo('preparing');
    adopt(other, { stageDays: { preparing: 14 }, remindDays: { stage: 4 }, escalateDays: { stage: 2 } });
    const [stage] = rows(other, 'stage');
    const early = rows(other, 'remind')[0]?.on ?? '';
    expect(early < addDays(stage?.on ?? '', -4)).toBe(true);
    expect(phaseOf('stage', stage?.on ?? '', { on: early, rules: other.facts().rules })).toBe('near');
    expect(phaseOf('stage', stage?.on ?? '', { on: early, rules: undefined })).toBe('ahead');
  });
});

describe('conditions that are not asked', () => {
  it('let a case go on, are told as such, and arm no date', () => {
    const child = aCase().goesTo('followUp');
    expect(forward(child)?.unmet.map(({ code }) => code)).toContain('month3');
    expect(rows(child, 'followUp').map(({ ref }) => ref)).toContain('month3');
    adopt(child, { off: ['earlyContact', 'month1', 'month3', 'month6'] });
    expect(forward(child)).toMatchObject({ enabled: true });
    expect(forward(child)?.done.map(({ how }) => how)).toEqual(['notAsked', 'notAsked', 'notAsked', 'notAsked']);
    expect(rows(child, 'followUp')).toEqual([]);
    expect(child.tries('dsn', 'followUp.closed').ok).toBe(true);
  });

  it('stay on where they are nobody’s choice, whatever stands in the facts', () => {
    const child = aCase().goesTo('readyForDischarge');
    child.sends('clock', 'rules.adopted', {
      lead: child.facts().lead,
      version: 1,
      off: ['trainingReady', 'doctorOrderedDischarge'],
    });
    expect(standingOf('doctorOrderedDischarge', child.facts(), child.on()).how).toBe('unmet');
  });

  it('come back with the version before', () => {
    const child = aCase().goesTo('followUp');
    adopt(child, { off: ['month1', 'month3', 'month6', 'earlyContact'] });
    adopt(child, {}, 2);
    expect(codesOf(child.tries('dsn', 'followUp.closed'))).toContain('month6');
  });
});

describe('who makes an exception', () => {
  const waived = (story: Story, by: string) =>
    story.tries(by, 'requirement.waived', { requirementId: 'interviewHeld', reason: '-' });
  const atInterview = (content: RuleSetContent) => {
    const child = aCase().goesTo('familyInterview');
    adopt(child, content);
    return child;
  };

  it('is one of the two, or one of them alone, or both together', () => {
    expect(waived(atInterview({}), 'head').ok).toBe(true);
    expect(codesOf(waived(atInterview({ approvers: 'doctor' }), 'head'))).toEqual(['waiver.doctorOnly']);
    expect(codesOf(waived(atInterview({ approvers: 'headNurse' }), 'doctor'))).toEqual(['waiver.headNurseOnly']);
    const child = atInterview({ approvers: 'both' });
    child.sends('head', 'requirement.waived', { requirementId: 'interviewHeld', reason: '-' });
    expect(standingOf('interviewHeld', child.facts(), child.on()).how).toBe('unmet');
    expect(forward(child)?.unmet.find(({ code }) => code === 'interviewHeld')).toMatchObject({
      waivable: 'safety',
      params: { waiverWanted: 'doctor' },
    });
    child.sends('doctor', 'requirement.waived', { requirementId: 'interviewHeld', reason: '-' });
    expect(standingOf('interviewHeld', child.facts(), child.on()).how).toBe('waived');
  });

  it('takes nothing from what was granted before', () => {
    const child = aCase().goesTo('familyInterview');
    child.sends('head', 'requirement.waived', { requirementId: 'interviewHeld', reason: '-' });
    adopt(child, { approvers: 'both' });
    expect(standingOf('interviewHeld', child.facts(), child.on()).how).toBe('waived');
  });
});

describe('thresholds', () => {
  it('ask for as many caregivers as the rules say at least, and check a skill again after their days', () => {
    const child = aCase().goesTo('jointConference').prepares();
    expect(standingOf('trainingReady', child.facts(), child.on()).how).toBe('met');
    adopt(child, { caregivers: 4, skillDays: 20 });
    expect(standingOf('trainingReady', child.facts(), child.on())).toMatchObject({
      how: 'unmet',
      check: { params: { need: 4 } },
    });
    child.sends('dsn', 'skill.assessed', { procedure: 'suctionOral', caregiver: 'aunt', level: 4 });
    expect(child.facts().skills.at(-1)?.until).toBe(addDays(child.on(), 20));
  });
});

describe('a case and its rules', () => {
  it('begins with those of whoever leads it from then on, and keeps none of a lead before', () => {
    const of = (type: string) => eventsByType.get(type) ?? expect.unreachable();
    const begins = [...eventsByType.values()].filter(beginsWithRules).map(({ type }) => type);
    expect(begins.sort()).toEqual(['case.registered', 'case.reopened', 'lead.accepted']);
    const child = aCase().goesTo('planning');
    adopt(child, { caregivers: 3 });
    const accepted = { ...next(child), type: 'lead.accepted', by: { ...clock, org: 'org-chiiki' }, body: {} };
    const facts = child.facts();
    expect(of('lead.accepted').record(facts, accepted).rules).toBeUndefined();
    const theirs = rulesOf({ caregivers: 2 }, { lead: 'org-chiiki', version: 7 });
    const complete = completeEvent(of('lead.accepted'), facts, accepted, theirs);
    expect(of('lead.accepted').record(facts, complete)).toMatchObject({ lead: 'org-chiiki', rules: theirs });
  });

  it('adopts a version once, of its own lead', () => {
    const child = aCase().goesTo('planning');
    adopt(child, { caregivers: 2 }, 4);
    for (const version of [3, 4])
      expect(codesOf(child.tries('clock', 'rules.adopted', rules(child, {}, version)))).toEqual(['rules.known']);
    expect(codesOf(child.tries('clock', 'rules.adopted', { lead: 'org-other', version: 9 }))).toEqual([
      'rules.otherLead',
    ]);
  });

  it('is decided again from its history alone, under the rules of each time', () => {
    const child = aCase().goesTo('followUp');
    adopt(child, { off: ['month1', 'month3', 'month6', 'earlyContact'] });
    child.sends('dsn', 'followUp.closed');
    adopt(child, {}, 2);
    const again = redecide(child.past);
    expect(again).toMatchObject({ ok: true });
    if (again.ok) expect(again.state.facts).toEqual(child.facts());
    const kept = deadlinesOf(child.facts()).map(row => ({ ...row, isOpen: true }));
    expect(rowsToRepair(child.facts(), kept)).toEqual([]);
  });
});

describe('a preview', () => {
  const contents: RuleSetContent[] = [
    { stageDays: { preparing: 1, followUp: 2, jointConference: 1 } },
    { off: ['month1', 'month3', 'month6', 'earlyContact', 'trialStaySucceeded'] },
    { approvers: 'both', caregivers: 4, remindDays: { visit: 5 }, escalateDays: { visit: 9 } },
    {},
  ];
  const stories = () =>
    (['familyInterview', 'preparing', 'jointConference', 'readyForDischarge', 'followUp'] as const).map(stage =>
      aCase().goesTo(stage).waits(12),
    );

  it('tells what then happens: the same moves, conditions and dates', () => {
    for (const content of contents)
      for (const child of stories()) {
        const before = { ...snapshot(child) };
        const told = previewRules(child.state(), rules(child, content), next(child));
        adopt(child, content);
        const after = snapshot(child);
        expect(told?.opens.map(({ event }) => event) ?? []).toEqual(
          after.moves.filter(move => !before.moves.includes(move)),
        );
        expect(told?.closes.map(({ event }) => event) ?? []).toEqual(
          before.moves.filter(move => !after.moves.includes(move)),
        );
        expect(told?.unmet).toEqual(after.open.filter(id => !before.open.includes(id)));
        for (const { kind, ref, dueOn } of told?.dates ?? [])
          expect(deadlinesOf(child.facts()).find(row => row.kind === kind && row.ref === ref)?.on ?? null).toBe(dueOn);
      }
  });

  const snapshot = (story: Story) => {
    const views = transitionsOf(story.state(), today(story));
    return {
      moves: views.filter(({ enabled }) => enabled).map(({ event }) => event),
      open: views.find(({ isForward }) => isForward)?.unmet.map(({ code }) => code) ?? [],
    };
  };

  it('names a card that becomes late, and nothing to a case that has the rules already', () => {
    const child = aCase().goesTo('preparing').waits(12);
    expect(previewRules(child.state(), rules(child, { stageDays: { preparing: 3 } }), next(child))).toMatchObject({
      isLate: true,
    });
    expect(previewRules(child.state(), rules(child, { stageDays: { preparing: 90 } }), next(child))).toMatchObject({
      isLate: false,
    });
    adopt(child, {});
    expect(previewRules(child.state(), rules(child, {}), next(child))).toBeNull();
  });

  it('of five hundred cases takes less than two seconds', () => {
    const all = stories();
    const content: RuleSetContent = { stageDays: { preparing: 3, followUp: 9 }, off: ['month1'], approvers: 'both' };
    const began = performance.now();
    for (let n = 0; n < 500; n += 1) {
      const child = all[n % all.length];
      if (child) previewRules({ ...child.state() }, rules(child, content), next(child));
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
