import { describe, expect, it } from 'vitest';
import { cardOf, columnOf, deadlinesOf } from '../../chart.ts';
import { aCase, type Story } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';

const level = (child: Story) => child.position().adult;
const mapped = (child: Story, service: string, state: string) =>
  child.sends('coord', 'adult.serviceMapped', { service, state });
const young = (stage = 'followUp') => aCase({ bornOn: '2010-03-01' }).goesTo(stage);

describe('transition to adult care', () => {
  it('is prompted by the clock on the day the legal age of twelve is reached, once', () => {
    const child = aCase({ bornOn: '2014-02-02' });
    expect(deadlinesOf(child.facts())).toContainEqual({
      kind: 'adult12',
      ref: 'prompt',
      on: '2026-02-01',
      fires: 'adult.prompted',
    });
    child.waits(27).sends('clock', 'adult.prompted');
    expect(level(child)).toBe('prompted');
    expect(codesOf(child.tries('clock', 'adult.prompted'))).toEqual(['adult.begun']);
    expect(deadlinesOf(child.facts()).map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'adult15 2029-02-01',
      'dueAhead 2029-01-02',
    ]);
  });

  it('opens from none or prompted, and only once', () => {
    const child = aCase().sends('dsn', 'adult.opened');
    expect(level(child)).toBe('open');
    expect(codesOf(child.tries('dsn', 'adult.opened'))).toEqual(['adult.begun']);
    expect(level(aCase({ bornOn: '2012-01-01' }).sends('clock', 'adult.prompted').sends('dsn', 'adult.opened'))).toBe(
      'open',
    );
  });

  it('is mapped when every service has an adult side, shared after the first adult visit, and falls back', () => {
    const child = young().sends('dsn', 'adult.opened');
    expect(level(mapped(child, 'neurology', 'candidate'))).toBe('open');
    expect(level(mapped(child, 'neurology', 'seen'))).toBe('mapped');
    expect(level(mapped(child, 'homeNursing', 'asked'))).toBe('open');
    expect(level(mapped(child, 'homeNursing', 'stays'))).toBe('mapped');
    expect(level(child.sends('doctor', 'adult.visitHeld', { service: 'neurology' }))).toBe('sharedCare');
    expect(level(mapped(child, 'neurology', 'asked'))).toBe('open');
  });

  it('is transferred when services are mapped and the first adult visit is done', () => {
    const child = young().sends('dsn', 'adult.opened');
    expect(codesOf(child.tries('dsn', 'adult.transferred'))).toEqual(['everyServiceMapped', 'firstAdultVisitDone']);
    mapped(child, 'neurology', 'transferred');
    expect(codesOf(child.tries('dsn', 'adult.transferred'))).toEqual(['firstAdultVisitDone']);
    child.sends('doctor', 'adult.visitHeld', { service: 'neurology' }).sends('dsn', 'adult.transferred');
    expect(level(child)).toBe('transferred');
    expect(child.position().stage).toBe('followUp');
  });

  it('is transferred without the visit when a reason is signed', () => {
    const child = mapped(young().sends('dsn', 'adult.opened'), 'neurology', 'transferred');
    child.sends('doctor', 'adult.reasonSigned', { reason: '転居先で受診する' }).sends('dsn', 'adult.transferred');
    expect(level(child)).toBe('transferred');
  });

  it('ends in paediatrics with a reason, and then takes neither end again', () => {
    const child = young().sends('dsn', 'adult.opened').sends('dsn', 'adult.stayed', { reason: '受け手がいない' });
    expect(level(child)).toBe('stayed');
    expect(codesOf(child.tries('dsn', 'adult.stayed', { reason: '-' }))).toEqual(['stage.event']);
    expect(codesOf(child.tries('dsn', 'adult.transferred'))).toEqual(['stage.event']);
    expect(codesOf(child.tries('dsn', 'adult.opened'))).toEqual(['adult.begun']);
  });

  it('takes answers, services and visits only once it is open', () => {
    const child = young();
    expect(codesOf(child.tries('dsn', 'readiness.answered', { by: 'young' }))).toEqual(['adult.notOpen']);
    expect(codesOf(child.tries('dsn', 'adult.serviceMapped', { service: 's', state: 'asked' }))).toEqual([
      'adult.notOpen',
    ]);
    expect(codesOf(child.tries('dsn', 'adult.visitHeld', { service: 's' }))).toEqual(['adult.notOpen']);
    expect(codesOf(child.tries('dsn', 'adult.reasonSigned', { reason: '-' }))).toEqual(['adult.notOpen']);
    child.sends('dsn', 'adult.opened').sends('dsn', 'readiness.answered', { by: 'young' });
    expect(child.facts().adult?.answers).toEqual(['young']);
  });

  it('puts the card in the adult column only at home and while it runs', () => {
    const child = aCase({ bornOn: '2010-03-01' }).sends('dsn', 'adult.opened');
    expect(columnOf(child.position()).column).toBe('intake');
    child.goesTo('followUp');
    expect(columnOf(child.position())).toEqual({ column: 'adult', phase: 'P4' });
    const card = cardOf({ id: 'c', no: 'K-00001', name: null, kana: null }, child.state(), {
      version: 1,
      on: child.on(),
    });
    expect(card).toMatchObject({ column: 'adult', stage: 'followUp', flags: ['discharged15'] });
    child.sends('dsn', 'adult.stayed', { reason: '小児科に残る' });
    expect(columnOf(child.position()).column).toBe('home');
  });
});
