import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  allMoves,
  cardOf,
  eventDefinitions,
  openMovesOf,
  outsideChart,
  pathwayVersion,
  requirements,
  stageMetas,
  type TransitionView,
  transitionsOf,
  wireSchemaOf,
} from './chart.ts';
import { aCase, fork, type Story } from './histories/a-case.ts';
import { arrowOf, explore, placeOf, sendTypical } from './histories/explore.ts';
import { phases } from './histories/phases.ts';
import { arrowName, provePathway } from './proof/proof.ts';
import { claimedHere, searchedHere, walkedIn } from './proof/this-pathway.ts';

const found = explore();
const handled = new Set<string>();
/** Consent decides on an arrow of a closed case alone, of however it was closed: elsewhere one of two is looked at closely. */
const positions = [...found.positions].filter(
  ([key, child]) => !key.includes('consented') || child.position().step === 'withdrawn',
);

describe('the search over the chart', () => {
  it('finds a way on wherever a reason names one', () => {
    expect([...found.stuck]).toEqual([]);
  });

  it('reaches every stage and every closing, and leaves every one but death', () => {
    const places = new Set([...found.positions.values()].map(placeOf));
    const targets = new Set(allMoves().map(({ to, how }) => (how ? `closed ${how}` : to)));
    const reached = new Set(
      [...places].map(place => (place.startsWith('closed') ? place : (place.split(' ')[0] ?? ''))),
    );
    expect([...reached].sort()).toEqual([...targets].sort());
    const left = new Set([...found.taken].map(arrow => arrow.split(' ').slice(0, 2).join(' ')));
    expect([...places].filter(place => !left.has(place))).toEqual(['closed deceased']);
    expect([...places].filter(place => place.startsWith('evaluationAdmission')).sort()).toEqual([
      'evaluationAdmission admitted',
      'evaluationAdmission evaluated',
    ]);
  });

  it('takes every arrow of the chart', () => {
    const arrows = allMoves().map(({ event, to, how, params }) =>
      arrowOf({ event, to, how, fixed: params.when ?? {} }),
    );
    const taken = new Set([...found.taken].map(arrow => arrow.split(' ').slice(2).join(' ')));
    expect([...new Set(arrows)].filter(arrow => !taken.has(arrow))).toEqual([]);
  });

  it('reaches every level of the adult region', () => {
    const levels = new Set([...found.positions.values()].map(child => child.position().adult));
    expect([...levels].sort()).toEqual(['none', 'open', 'prompted', 'stayed', 'transferred']);
    const beside = new Set([...found.beside.values()].map(child => `${placeOf(child)} ${child.position().adult}`));
    expect([...beside].sort()).toEqual(['closed merged none', 'followUp null mapped', 'followUp null sharedCare']);
  });

  it('sees every requirement block and release', () => {
    const all = [...requirements.keys()].sort();
    expect(all.filter(id => !found.blocked.has(id))).toEqual([]);
    expect(all.filter(id => !found.released.has(id))).toEqual([]);
  });
});

describe('the proof of the pathway', () => {
  const folder = new URL('./histories/', import.meta.url);
  const kept = readdirSync(folder).filter(name => name.endsWith('.json'));
  const walked = kept.map(name => walkedIn(name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
  // Whom a deadline is told to is known outside this room; there it is asked for each kind.
  const told = { notice: 'deadline', roles: ['dischargeNurse'], escalatedTo: null };
  const proof = provePathway(
    claimedHere(() => told),
    searchedHere(found, walked),
    walked,
  );

  it('has no hole', () => {
    expect(proof.holes).toEqual([]);
    expect([proof.version, proof.histories, proof.positions > 400]).toEqual([pathwayVersion, kept.length, true]);
  });

  it('tells the usual way home step by step, and no way by what skips it', () => {
    const way = proof.places.find(({ id }) => id === 'closed.completed')?.reached?.map(({ to }) => to);
    expect(way?.slice(0, 4)).toEqual(['familyInterview', 'planning', 'preparing', 'trialStay']);
    expect(way?.slice(-4)).toEqual(['discharged', 'followUp', 'stableAtHome', 'closed.completed']);
    const adult = proof.places.find(({ id }) => id === 'adult.sharedCare');
    expect(adult?.reached?.map(({ event }) => event)).not.toContain('case.adopted');
    expect(adult?.left?.map(({ to }) => to)).toEqual(['adult.transferred']);
  });

  it('every place, event, requirement and move is in a golden history', () => {
    const rows = proof.moves.filter(({ histories }) => histories === 0);
    expect(rows.map(arrowName)).toEqual([]);
    const without = (rows: readonly { histories: number }[]) => rows.filter(({ histories }) => histories === 0).length;
    expect([without(proof.events), without(proof.requirements)]).toEqual([0, 0]);
    expect(proof.places.filter(({ histories }) => histories === 0).map(({ id }) => id)).toEqual([]);
  });
});

describe('the moves that are open', () => {
  it('are those that are explained as enabled, wherever a case stands', () => {
    const key = ({ event, to, how }: Pick<TransitionView, 'event' | 'to' | 'how'>) => `${event} ${to} ${how}`;
    for (const [, child] of positions) {
      const explained = transitionsOf(child.state(), child.on()).filter(({ enabled }) => enabled);
      expect(openMovesOf(child.state(), child.on()).map(key)).toEqual(explained.map(key));
    }
  });
});

describe('stage × event', () => {
  const inChart = eventDefinitions.filter(({ type }) => !(outsideChart as readonly string[]).includes(type));
  const moves = allMoves();

  /** Does the event belong where the child stands, by its kind and by the arrows alone? */
  function belongs(child: Story, type: string, kind: string): boolean {
    const { stage, step, isOpen, adult } = child.position();
    if (type === 'case.registered') return false;
    if (type.startsWith('grief.')) return step === 'deceased';
    // Consents end in a closed case as in an open one; after a death nothing fires any more.
    if (type === 'fact.lapsed') return step !== 'deceased';
    if (kind !== 'move') return isOpen;
    if (type.startsWith('adult.')) return isOpen && ['open', 'mapped', 'sharedCare'].includes(adult);
    return step !== 'deceased' && moves.some(({ from, event }) => from === stage && event === type);
  }

  it.each(positions)('%s', (_key, child) => {
    for (const { type, kind } of inChart) {
      const here = fork(child);
      const decision = sendTypical(here, type);
      const isStranger = !decision.ok && decision.kind === 'wrongStage' && decision.reasons[0]?.code === 'stage.event';
      if (belongs(child, type, kind)) {
        handled.add(type);
        if (kind !== 'move') expect([type, isStranger]).toEqual([type, false]);
      } else expect([type, isStranger]).toEqual([type, true]);
      if (!decision.ok) expect(here.state()).toBe(child.state());
      else if (type === 'case.merged') expect(here.position().step).toBe('merged');
      else if (kind !== 'move') expect([type, here.position().stage]).toEqual([type, child.position().stage]);
    }
  });

  it('handles every event somewhere', () => {
    expect(inChart.map(({ type }) => type).filter(type => !handled.has(type))).toEqual(['case.registered']);
  });
});

type Arrow = Pick<TransitionView, 'event' | 'to' | 'how'>;
const targetOf = ({ to, how }: Omit<Arrow, 'event'>) => how ?? to;
const moveEvents = eventDefinitions.filter(
  ({ type, kind }) => kind === 'move' && !(outsideChart as readonly string[]).includes(type),
);

describe('CARE #760: nobody is moved on without a destination, and the list of allowed moves is what the chart accepts', () => {
  const chosenBy = new Map<string, Set<string>>();
  for (const { event, params } of allMoves())
    for (const field of Object.keys(params.when ?? {})) {
      const fields = chosenBy.get(event) ?? new Set();
      chosenBy.set(event, fields.add(field));
    }

  const arrows = new Map(allMoves().map(move => [arrowOf({ ...move, fixed: move.params.when ?? {} }), move]));

  it('asks for the field that names the destination wherever a move has several', () => {
    const several = moveEvents.filter(({ type }) => {
      const places = allMoves().filter(({ event }) => event === type);
      return places.some(one => places.some(other => one.from === other.from && targetOf(one) !== targetOf(other)));
    });
    expect(several.map(({ type }) => type).sort()).toEqual([
      'case.adopted',
      'case.closed',
      'case.reopened',
      'evaluation.closed',
      'readmission.ended',
    ]);
    for (const { type } of several) {
      const [field = ''] = chosenBy.get(type) ?? [];
      for (const destination of [undefined, '', 'somewhere'])
        expect(
          wireSchemaOf(type)
            ?.safeParse({ type, [field]: destination })
            .error?.issues.map(({ path }) => path[0]),
        ).toContain(field);
    }
  });

  it.each(positions)('%s', (_key, child) => {
    const { stage, step } = child.position();
    const views = transitionsOf(child.state(), child.on());
    expect(views.length > 0).toBe(step !== 'deceased');
    for (const view of views) {
      const here = fork(child);
      const decision = sendTypical(here, view.event, view.fixed as Record<string, string>);
      const unmet = decision.ok ? [] : decision.reasons.map(({ code }) => code);
      expect([view.event, view.to, unmet]).toEqual([view.event, view.to, view.unmet.map(({ code }) => code)]);
      expect(decision.ok).toBe(view.enabled);
      if (!decision.ok) continue;
      expect([decision.position.stage, view.how && decision.position.step]).toEqual([view.to, view.how]);
      if (!view.event.startsWith('adult.') && view.to !== stage) expect(here.facts().entry.stage).toBe(view.to);
    }
    // Whatever is not on the list, the chart does not take: other moves, and other destinations of these.
    const listed = new Set(views.map(arrowOf));
    const others = [...arrows].flatMap(([arrow, move]) => (listed.has(arrow) ? [] : [move]));
    for (const { event, params } of others) {
      if (!params.when && views.some(view => view.event === event)) continue;
      const here = fork(child);
      expect([event, params.when, sendTypical(here, event, params.when).ok]).toEqual([event, params.when, false]);
      expect(here.state()).toBe(child.state());
    }
  });
});

describe('Wekan #116: no card can skip a column', () => {
  const columnOfStage = (stage: string) => stageMetas.get(stage)?.column ?? '';
  /** The way home, column by column; evaluation and adult care stand beside it. */
  const way = ['intake', 'assessment', 'preparation', 'conference', 'handoff', 'discharge', 'home'];
  const onItsWay = (stage: string) => way.indexOf(columnOfStage(stage));
  /** Ends, and what enters a running case as it is or brings a closed one back, are no way forward. */
  const isNoWay = ({ event, to }: { event: string; to: string }) =>
    to === 'closed' || event === 'case.adopted' || event === 'case.reopened';

  it('by any arrow of the chart: one column on at most, to an evaluation and back to no later column', () => {
    const ahead = allMoves().filter(move => !isNoWay(move) && onItsWay(move.from) >= 0 && onItsWay(move.to) >= 0);
    expect(ahead.length).toBeGreaterThan(20);
    for (const { from, event, to } of ahead) {
      const steps = onItsWay(to) - onItsWay(from);
      // A readmission stands in the last column; from there the child goes back to where it lived.
      if (to !== 'readmission' && steps > 1) expect([from, event, to]).toEqual([]);
    }
    const evaluations = allMoves().filter(({ event }) => event === 'evaluation.closed');
    for (const { to, params } of evaluations)
      for (const origin of params.cameFrom ?? []) expect([to, onItsWay(to) <= onItsWay(origin)]).toEqual([to, true]);
  });

  it.each(phases.map(({ stage }, at) => [stage, at] as const))(
    'out of %s by the move of a later stage',
    (stage, at) => {
      const child = aCase().goesTo(stage);
      const cardAt = () =>
        cardOf({ id: 'c', no: 'K-1', name: null, kana: null }, child.state(), { version: 1, on: child.on() });
      const before = cardAt();
      for (const { forward } of phases.slice(at + 1)) {
        const decision = child.tries(forward.by, forward.type, forward.body);
        expect(decision).toMatchObject({ ok: false, kind: 'wrongStage', reasons: [{ code: 'stage.event' }] });
      }
      expect(cardAt()).toEqual(before);
    },
  );
});
