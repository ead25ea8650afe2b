import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  allMoves,
  describePathway,
  eventDefinitions,
  eventsByType,
  outsideChart,
  requirements,
  stageMetas,
} from './chart.ts';
import { codeWords, fieldCodeWords } from './code-words.ts';
import { columns } from './columns.ts';
import { deadlineKinds } from './deadline-kinds.ts';
import { dischargeMachine } from './discharge.ts';
import { isRegionMove } from './events.ts';
import { caseFacts, emptyFacts } from './facts.ts';
import { fieldRefs, fieldWords } from './field-words.ts';
import { fold } from './fold.ts';
import { adultNode } from './nodes.ts';
import { stageOrder } from './stage-order.ts';
import { type Category, categories, roleIds } from './vocabulary.ts';
import { wireSchema } from './wire-schema.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const isSaid = (words: unknown) =>
  expect(words).toEqual({ ja: expect.stringMatching(/\S/), en: expect.stringMatching(/[A-Za-z0-9]/) });

/** Says what somebody is to do, without figures of a case: a verb in its plain form, in English an imperative. */
const isToDo = (words: { ja: string; en: string }) => {
  isSaid(words);
  expect(words.ja.replace(/\([^()]*\)$/, '')).toMatch(/[うくぐすつぬぶむる]$/);
  expect(words.ja).not.toMatch(/ている$|てある$|がある$|\{/);
  expect(words.en).toMatch(/^[A-Z][a-z]+(?<!ed) /);
  expect(words.en).not.toMatch(/^(No|Stays|Stable) | (held|done|recorded|issued|informed|confirmed|evaluated)$/);
  expect(words.en).not.toContain('{');
};

/** Fields and codes of a JSON Schema, at any depth. */
function namesIn(schema: unknown): { fields: string[]; codes: string[] } {
  if (!isJson(schema)) return { fields: [], codes: [] };
  const properties = isJson(schema.properties) ? schema.properties : {};
  const inner = [...Object.values(properties), schema.items].map(namesIn);
  return {
    fields: [...Object.keys(properties), ...inner.flatMap(({ fields }) => fields)],
    codes: [...(Array.isArray(schema.enum) ? schema.enum.map(String) : []), ...inner.flatMap(({ codes }) => codes)],
  };
}

/** `field.code` of every choice of a JSON Schema, at any depth. */
function codesByField(schema: unknown, field = ''): string[] {
  if (!isJson(schema)) return [];
  const properties = isJson(schema.properties) ? schema.properties : {};
  return [
    ...(Array.isArray(schema.enum) ? schema.enum.map(code => `${field}.${code}`) : []),
    ...Object.entries(properties).flatMap(([name, property]) => codesByField(property, name)),
    ...codesByField(schema.items, field),
  ];
}

describe('the way home', () => {
  it('is every stage in the order of the chart, but for those that lie outside it', () => {
    const outside = ['evaluationAdmission', 'readmission', 'closed'];
    expect([...stageOrder]).toEqual([...stageMetas.keys()].filter(stage => !outside.includes(stage)));
  });
});

describe('events', () => {
  it('are the same in the chart and in the registry', () => {
    const inChart = [...dischargeMachine.events];
    const registered = eventDefinitions
      .map(({ type }) => type)
      .filter(type => !(outsideChart as readonly string[]).includes(type));
    expect(inChart.sort()).toEqual(registered.sort());
    expect(new Set(registered).size).toBe(registered.length);
  });

  describe.each(eventDefinitions.map(definition => [definition.type, definition] as const))(
    '%s',
    (type, definition) => {
      it('is named in past tense words of both languages, in a category of data', () => {
        expect(type).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/);
        isSaid(definition.label);
        isSaid(definition.told);
        // 「…を決める」 is a button, 「…を決めた」 a history.
        expect(definition.told.ja.replace(/\(.*\)$/, '')).toMatch(/(た|[んい]だ)$/);
        expect(categories).toContain(definition.category satisfies Category);
        const { apart, body, leadOnly, texts, toldLead } = definition;
        if (toldLead) isSaid(toldLead);
        const set = Object.keys(typeof apart === 'function' ? apart({}, () => 'plan') : apart);
        expect([...Object.keys(body.shape), ...Object.keys(texts)]).toEqual(
          expect.arrayContaining([...set, ...leadOnly]),
        );
        for (const { label } of Object.values(definition.texts)) isSaid(label);
        for (const { text } of definition.effects) isSaid(text);
      });

      it('says what there is to do where it is the next step', () => {
        if (definition.kind !== 'time') isToDo(definition.todo);
      });

      it('says of its form only what its fields and its kind bear', () => {
        const { asksWhen, beginsToday, isFinal } = definition.form;
        const fields = z.toJSONSchema(wireSchema(definition), { io: 'input' }).properties ?? {};
        if (asksWhen) expect(fields[asksWhen.field]).toMatchObject({ enum: expect.arrayContaining([...asksWhen.is]) });
        if (beginsToday) expect(fields[beginsToday]).toMatchObject({ format: 'date' });
        if (isFinal) expect(definition.kind).toBe('move');
      });

      it('is read as its label is written, in words that a search begins at, where there is a form', () => {
        const { kind, label, reading, alsoCalled } = definition;
        expect(reading === null).toBe(kind === 'time');
        if (reading === null) return;
        expect(reading).toMatch(/^[ぁ-んー]+( [ぁ-んー]+)*$/);
        // Kana stay, and stand for whatever is written otherwise.
        const pattern = fold(label.ja).replace(/[^ぁ-ん]+/g, '.+');
        expect(fold(reading)).toMatch(new RegExp(`^${pattern}$`));
        if (!alsoCalled) return;
        expect(alsoCalled.ja).toMatch(/^[ぁ-んー 、]+$/);
        expect(alsoCalled.en).toMatch(/^[A-Za-z, -]+$/);
      });

      it('has words for every field and every code of its form', () => {
        const { fields, codes } = namesIn(z.toJSONSchema(wireSchema(definition), { io: 'input' }));
        const unsaid = fields.filter(
          field => field !== 'type' && !(field in definition.texts) && !(field in fieldWords),
        );
        expect(unsaid).toEqual([]);
        expect(codes.filter(code => !(code in codeWords))).toEqual([]);
      });

      it('refuses unknown keys and keeps free text out of its body', () => {
        const issues = wireSchema(definition).safeParse({ type, surprise: 1 }).error?.issues ?? [];
        expect(issues.some(({ code }) => code === 'unrecognized_keys')).toBe(true);
        expect(Object.keys(definition.body.shape).filter(name => name in definition.texts)).toEqual([]);
      });

      it('says what a known item must be that it is about, where that is not between two sides', () => {
        const between = ['candidateId', 'handoffId', 'questionId'];
        const known = Object.keys(definition.body.shape).filter(
          name => fieldRefs[name] !== undefined && fieldRefs[name] in emptyFacts('') && definition.item?.field !== name,
        );
        const { about } = definition;
        expect(known.filter(name => !between.includes(name))).toEqual(about ? [about.field] : []);
        if (about) expect(fieldRefs[about.field]).toBe(about.list);
      });

      it('knows where each id of its body is looked up', () => {
        const ids = Object.keys(definition.body.shape).filter(name => name.endsWith('Id'));
        expect(ids.filter(name => !(name in fieldRefs))).toEqual([]);
      });
    },
  );

  it('that change the stage are moves, or end a case that is merged; facts and others of time have no target', () => {
    const targets = new Map<string, boolean>();
    for (const [type, transitions] of dischargeMachine.root.states.open?.transitions ?? [])
      for (const { target } of transitions) targets.set(type, Boolean(target) || (targets.get(type) ?? false));
    for (const [type, hasTarget] of targets)
      if (hasTarget && type !== 'case.merged') expect(eventsByType.get(type)?.kind).toBe('move');
  });

  it('that end a region are those of its list, as the chart has them there', () => {
    const beside = eventDefinitions.filter(({ type }) => isRegionMove(type)).map(({ type, region }) => [type, region]);
    expect(beside).toEqual([
      ['adult.transferred', 'adult'],
      ['adult.stayed', 'adult'],
    ]);
    const inAdult = Object.values(adultNode.states).flatMap(({ config }) => Object.keys(config.on ?? {}));
    expect([...new Set(inAdult)]).toEqual(beside.map(([type]) => type));
  });

  it('that end in a record, never in a stage, may come without the newest version', () => {
    const append = eventDefinitions.filter(definition => definition.append).map(({ type }) => type);
    expect(append.sort()).toEqual([
      'conference.answered',
      'conference.noted',
      'followUp.familyAnswered',
      'grief.contacted',
      'handoff.asked',
      'handoff.opened',
      'handoff.reviewed',
      'handoff.sectionConfirmed',
      'handoff.taughtBack',
      'mention.answered',
      'minutes.confirmed',
      'minutes.supplemented',
      'note.added',
      'note.addressed',
      'note.revised',
      'readiness.answered',
      'readiness.keptPrivate',
      'task.reminded',
      'trialStay.noted',
      'visit.recorded',
    ]);
    for (const type of append) expect(eventsByType.get(type)?.kind).toBe('fact');
  });

  it('of time are those of deadlines, of guests by a link or a paper’s code, of routes of their own, and of merging', () => {
    expect(
      eventDefinitions
        .filter(({ kind }) => kind === 'time')
        .map(({ type }) => type)
        .sort(),
    ).toEqual([
      'adult.prompted',
      'answer.escalated',
      'answer.reminded',
      'attachment.added',
      'attachment.removed',
      'case.absorbed',
      'case.merged',
      'conference.guestAnswered',
      'document.drafted',
      'due.escalated',
      'due.neared',
      'due.reminded',
      'fact.begun',
      'fact.lapsed',
      'handoff.paperAcknowledged',
      'minutes.guestConfirmed',
      'rules.adopted',
    ]);
  });
});

describe('the outside interface', () => {
  const promised = `case.registered case.adopted referral.received factors.recorded screening.completed interview.held
    wish.recorded consent.recorded consent.withdrawn interview.completed planning.returned inHouseConference.held
    plan.written plan.explained plan.handedOver preparation.begun preparation.resumed candidate.asked candidate.answered
    skill.assessed device.chosen home.checked entitlement.updated trialStay.planned trialStay.permitted
    trialStay.notPlanned trialStay.begun trialStay.returned conference.planned conference.held minutes.drafted
    minutes.approved actionItem.closed conference.convened evaluation.requested evaluation.bedHeld evaluation.withdrawn
    evaluation.admitted evaluation.recorded evaluation.closed preparation.closed handoff.composed handoff.sent
    handoff.opened handoff.sectionConfirmed handoff.asked handoff.answered handoff.accepted handoff.declined
    handoff.withdrawn order.issued discharge.ordered discharge.done discharge.postponed firstVisit.begun visit.recorded
    visit.signed firstVisit.closed firstVisit.notPlanned firstVisit.refused followUp.evaluated followUp.closed
    readmission.begun readmission.ended adult.prompted adult.opened readiness.answered adult.serviceMapped
    adult.visitHeld adult.transferred adult.stayed hold.added hold.removed note.added requirement.waived entry.corrected
    move.undone fact.lapsed child.died grief.contacted grief.closed case.completed case.closed case.reopened`.split(
    /\s+/,
  );

  it('keeps every event name that others rely on', () => {
    expect(promised.filter(type => !eventsByType.has(type))).toEqual([]);
    expect(promised).toHaveLength(84);
  });
});

describe('requirements', () => {
  const used = new Set<string>(allMoves().flatMap(({ params }) => params.needs));

  it('are each read by a guard', () => {
    expect([...requirements.keys()].filter(id => !used.has(id))).toEqual([]);
    expect([...used].filter(id => !requirements.has(id))).toEqual([]);
  });

  it.each([...requirements.values()].map(requirement => [requirement.id, requirement] as const))(
    '%s',
    (_id, requirement) => {
      isSaid(requirement.text);
      isToDo(requirement.todo);
      expect(requirement.todo.ja).not.toBe(requirement.text.ja);
      expect(eventsByType.has(requirement.fix)).toBe(true);
      expect(roleIds).toContain(requirement.turn);
      expect(stageMetas.has(requirement.stage)).toBe(true);
      const check = requirement.isMet(emptyFacts('org'), '2026-01-05');
      const spoken = check.text ?? requirement.text;
      const places = [...spoken.ja.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(places.filter(name => !(name && name in (check.params ?? {})))).toEqual([]);
      expect([...spoken.en.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()).toEqual(places.sort());
    },
  );
});

describe('stages', () => {
  it.each([...stageMetas])('%s is labelled, owned by a column, and led on by one of its own moves', (stage, meta) => {
    isSaid(meta.label);
    expect(codeWords[stage]).toEqual(meta.label);
    const column = columns.find(({ id }) => id === meta.column);
    expect(column?.phase).toBe(meta.phase);
    const own = allMoves()
      .filter(({ from }) => from === stage)
      .map(({ event }) => event);
    if (stage === 'closed') expect(meta.forward).toBeNull();
    else expect(own).toContain(meta.forward);
  });
});

describe('words', () => {
  it('are given to a code of one field only where that field has the code, and it is said otherwise elsewhere', () => {
    const inFields = new Set(
      eventDefinitions.flatMap(one => codesByField(z.toJSONSchema(wireSchema(one), { io: 'input' }))),
    );
    expect(Object.keys(fieldCodeWords).filter(key => !inFields.has(key))).toEqual([]);
    const same = Object.entries(fieldCodeWords).filter(
      ([key, words]) => codeWords[key.split('.')[1] ?? '']?.ja === words.ja,
    );
    expect(same).toEqual([]);
  });
  it.each(Object.entries({ ...codeWords, ...fieldCodeWords, ...fieldWords }))(
    '%s is said in both languages',
    (_code, words) => isSaid(words),
  );
  it.each(columns.map(column => [column.id, column] as const))(
    'column %s is said in both languages',
    (_id, { label }) => isSaid(label),
  );
});

describe('the description for machines', () => {
  const description = describePathway();

  it('gives every event a form schema, its stages and its label', () => {
    for (const event of description.events) {
      isSaid(event.label);
      expect(event.schema).toMatchObject({ type: 'object', additionalProperties: false });
      const properties = event.schema.properties as Record<string, Json>;
      for (const [name, property] of Object.entries(properties)) if (name !== 'type') isSaid(property['x-label']);
      for (const stage of event.stages) expect(stageMetas.has(stage)).toBe(true);
    }
  });

  it('says of every kind of deadline what it is called', () => {
    for (const [kind, { label }] of Object.entries(deadlineKinds))
      expect(description.words).toHaveProperty([`dueKind.${kind}`], label);
  });

  it('says of grief care that it belongs to closed cases, of facts that every open stage takes them', () => {
    const stagesOf = (type: string) => description.events.find(event => event.type === type)?.stages;
    expect(stagesOf('grief.closed')).toEqual(['closed']);
    expect(stagesOf('plan.written')).toEqual([]);
    expect(stagesOf('discharge.done')).toEqual(['readyForDischarge']);
    expect(stagesOf('child.died')).toEqual([]);
    expect(stagesOf('evaluation.admitted')).toEqual(['jointConference', 'followUp', 'stableAtHome']);
    expect(stagesOf('case.reopened')).toEqual(['closed']);
  });
});

describe('facts', () => {
  it('are valid before registration, but for the first event that is still to come', () => {
    const issues = caseFacts.safeParse(emptyFacts('org')).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['entry.seq']);
  });
});
