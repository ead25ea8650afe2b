import { describe, expect, it } from 'vitest';
import { emptyFacts } from '../facts.ts';
import { aCase } from '../histories/a-case.ts';
import { actors } from '../histories/script.ts';
import { openTask } from '../tasks/open-task.ts';
import { careNeeds } from '../vocabulary.ts';
import { additionsTo, categoryOfCheck, checksOf, isOpenCheck, templatesFor } from './checklist.ts';
import { checklistTemplates, type Templates, templateChecks, templateRelease } from './templates.ts';

const head = actors.head?.membership ?? '';
const ids = (child: ReturnType<typeof aCase>) => checksOf(child.facts()).map(({ id }) => id);
const withTwo = () =>
  aCase().sends('dsn', 'checklist.chosen', {
    templates: ['ventilator', 'tracheostomy'],
    owner: head,
    dueOn: '2027-01-20',
  });
const of = (child: ReturnType<typeof aCase>, id: string) => checksOf(child.facts()).find(check => check.id === id);
const codeOf = (decision: ReturnType<ReturnType<typeof aCase>['tries']>) =>
  decision.ok ? null : decision.reasons[0]?.code;

describe('templates', () => {
  it('ask for each thing once, and for nothing that is not there', () => {
    for (const [id, asked] of Object.entries(checklistTemplates)) {
      expect([id, new Set(asked.map(one => one.id)).size]).toEqual([id, asked.length]);
      for (const { id: check, since } of asked) {
        expect(templateChecks).toHaveProperty(check);
        expect(since).toBeLessThanOrEqual(templateRelease);
      }
    }
    const used = new Set(Object.values(checklistTemplates).flatMap(asked => asked.map(({ id }) => id as string)));
    expect(Object.keys(templateChecks).filter(id => !used.has(id))).toEqual([]);
  });

  it('suit a child by its needs, and one suits every child', () => {
    expect(templatesFor(['gastrostomy', 'other'])).toEqual(['everyChild', 'gastrostomy']);
    // Of every care need but the one that says nothing there is a template.
    for (const need of careNeeds)
      expect([need, templatesFor([need])]).toEqual([need, need === 'other' ? ['everyChild'] : ['everyChild', need]]);
  });

  it('of a need tell what care a child needs; what every child is asked does not', () => {
    expect(categoryOfCheck('cannulaBox')).toBe('clinical');
    expect(categoryOfCheck('routeAgreed')).toBe('plan');
    expect(categoryOfCheck('own-1')).toBe('plan');
  });
});

describe('the checklists of a case', () => {
  it('are those of its templates, what two ask for once, with the owner and the day that were chosen', () => {
    const child = withTwo();
    expect(ids(child)).toHaveLength(new Set(ids(child)).size);
    expect(of(child, 'bagMask')).toMatchObject({
      templates: ['ventilator', 'tracheostomy'],
      state: 'notBegun',
      owner: head,
      dueOn: '2027-01-20',
    });
    expect(of(child, 'powerPlanned')?.requirement).toBe('powerPlanned');
    // By section, whatever the order of the templates.
    const sections = checksOf(child.facts()).map(({ section }) => section);
    expect(sections).toEqual([...sections].sort((a, b) => sections.indexOf(a) - sections.indexOf(b)));
    // Nothing of it is written into the facts until somebody touches it.
    expect(child.facts()).not.toHaveProperty('checklistItems');
  });

  it('keep what was recorded of an item when another template asks for it too', () => {
    const child = withTwo().sends('dsn', 'checklist.itemSet', {
      checkId: 'bagMask',
      state: 'checkDone',
      evidence: '写真',
    });
    child.sends('dsn', 'checklist.chosen', { templates: ['suction'] });
    expect(of(child, 'bagMask')).toMatchObject({ state: 'checkDone', setSeq: child.seq() - 1, owner: head });
    expect(isOpenCheck({ state: 'checkDone' })).toBe(false);
  });

  it('take items of their own, a dozen at most, each once', () => {
    const child = withTwo().sends('dsn', 'checklist.itemsAdded', {
      checks: [{ id: 'own-1', what: 'ベビーカーに載るか試す', section: 'supplies', owner: head, dueOn: '2027-01-10' }],
    });
    expect(of(child, 'own-1')).toMatchObject({ words: null, templates: [], owner: head, seq: child.seq() });
    const again = child.tries('dsn', 'checklist.itemsAdded', {
      checks: [{ id: 'own-1', what: 'x', section: 'supplies' }],
    });
    expect(codeOf(again)).toBe('item.exists');
    const taken = child.tries('dsn', 'checklist.itemsAdded', {
      checks: [{ id: 'bagMask', what: 'x', section: 'supplies' }],
    });
    expect(codeOf(taken)).toBe('item.exists');
    const five = (from: number) =>
      [0, 1, 2, 3, 4].map(n => ({ id: `more-${from + n}`, what: 'x', section: 'supplies' }));
    child
      .sends('dsn', 'checklist.itemsAdded', { checks: five(0) })
      .sends('dsn', 'checklist.itemsAdded', { checks: five(5) });
    expect(codeOf(child.tries('dsn', 'checklist.itemsAdded', { checks: five(10) }))).toBe('check.tooMany');
  });

  it('say why something does not apply', () => {
    const child = withTwo();
    expect(codeOf(child.tries('dsn', 'checklist.itemSet', { checkId: 'oxygenFire', state: 'checkDone' }))).toBe(
      'check.unknown',
    );
    const out = { checkId: 'powerCompany', state: 'notApplicable' };
    expect(codeOf(child.tries('dsn', 'checklist.itemSet', out))).toBe('check.reason');
    child.sends('dsn', 'checklist.itemSet', { ...out, reason: '内蔵電池で足りる' });
    expect(of(child, 'powerCompany')?.state).toBe('notApplicable');
  });

  it('are changed by the lead, and by an owner of another organisation its own item alone', () => {
    const visitor = actors.hvn?.membership ?? '';
    const child = withTwo().sends('dsn', 'checklist.itemSet', {
      checkId: 'stationTaught',
      state: 'underWay',
      owner: visitor,
    });
    expect(codeOf(child.tries('hvn', 'checklist.itemSet', { checkId: 'bagMask', state: 'checkDone' }))).toBe(
      'check.notYours',
    );
    child.sends('hvn', 'checklist.itemSet', { checkId: 'stationTaught', state: 'checkDone' });
    expect(of(child, 'stationTaught')?.state).toBe('checkDone');
  });

  it('are as before when an entry is corrected', () => {
    const child = withTwo().sends('dsn', 'checklist.itemSet', { checkId: 'bagMask', state: 'checkDone' });
    child.sends('dsn', 'entry.corrected', { seq: child.seq(), reason: '-' });
    expect(of(child, 'bagMask')).toMatchObject({ state: 'notBegun', owner: head });
  });
});

describe('a task of a checklist', () => {
  it('is the lead’s while the item is open, and is given and moved as every task', () => {
    const child = withTwo();
    const key = 'checklist.bagMask';
    expect(openTask(child.facts(), key, child.on())).toMatchObject({ owner: head });
    child.sends('dsn', 'task.dueMoved', { task: key, dueOn: '2027-01-30', reason: '-' });
    expect(of(child, 'bagMask')).toMatchObject({ dueOn: '2027-01-30', owner: head });
    child.sends('dsn', 'checklist.itemSet', { checkId: 'bagMask', state: 'checkDone' });
    expect(openTask(child.facts(), key, child.on())).toBeNull();
    expect(openTask(child.facts(), 'checklist.nothing', child.on())).toBeNull();
  });
});

describe('a template that changed', () => {
  const newer: Templates = {
    ...checklistTemplates,
    oxygen: [
      ...checklistTemplates.oxygen,
      { id: 'fireService', since: 2 },
      { id: 'powerDrill', since: 2 },
      { id: 'nightCare', since: 2 },
    ],
  };
  const stamp = { on: '2026-12-01', release: 1 };
  const facts = {
    ...emptyFacts('lead'),
    checklists: [
      { id: 'oxygen' as const, ...stamp },
      { id: 'suction' as const, ...stamp },
    ],
  };

  it('asks before it adds, for what the case does not have', () => {
    expect(additionsTo(facts)).toEqual([]);
    expect(additionsTo(facts, newer)).toEqual([{ template: 'oxygen', checks: ['fireService', 'powerDrill'] }]);
    const before = checksOf(facts, newer).map(({ id }) => id);
    expect(before).not.toContain('fireService');
    const after = { ...facts, checklists: [{ ...stamp, id: 'oxygen' as const, release: 2 }] };
    expect(checksOf(after, newer).map(({ id }) => id)).toContain('fireService');
    expect(additionsTo(after, newer)).toEqual([]);
  });
});
