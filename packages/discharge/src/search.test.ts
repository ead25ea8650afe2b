import { describe, expect, it } from 'vitest';
import { allMoves, eventDefinitions, outsideChart, requirements, type TransitionView, transitionsOf } from './chart.ts';
import { aCase, fork, type Story } from './histories/a-case.ts';
import { representative } from './histories/representative.ts';

/**
 * An exhaustive search over the chart: from every position found, every arrow is tried. One that is refused is followed
 * by what its own reasons name as the fix, until it is accepted; so the search also proves that each fix fixes.
 */
const LONGEST_WAY = 120;

/** What makes these true happens in another stage: a stay is made in preparation, a discharge before the closing. */
const elsewhere = new Set(['trialStaySucceeded', 'dischargedBefore']);

const found = {
  positions: new Map<string, Story>(),
  /** `stage step` and the arrow that was taken from there. */
  taken: new Set<string>(),
  blocked: new Set<string>(),
  released: new Set<string>(),
  stuck: new Set<string>(),
  handled: new Set<string>(),
};

const isAdultStage = (stage: string) => stage === 'followUp' || stage === 'stableAtHome' || stage === 'closed';
const placeOf = (child: Story) => `${child.position().stage} ${child.position().step}`;

/** Positions that differ in what may follow; the adult region is walked through in one stage, it is the same in all. */
function keyOf(child: Story): string {
  const { stage, adult } = child.position();
  const { readmission, evaluations, adopted, discharged, round, consents } = child.facts();
  const running = evaluations.find(({ status }) => status === 'admitted' || status === 'evaluated');
  return [
    placeOf(child),
    isAdultStage(stage) ? adult : '',
    readmission?.cameFrom ?? running?.cameFrom,
    adopted ? 'adopted' : '',
    discharged ? 'discharged' : '',
    round > 0 ? 'again' : '',
    consents.some(({ scope }) => scope === 'hospital') ? 'consented' : '',
  ].join(' ');
}

const arrowOf = ({ event, to, how, fixed }: Pick<TransitionView, 'event' | 'to' | 'how'> & { fixed: object }) =>
  [event, event.startsWith('adult.') ? '' : (how ?? to), ...Object.values(fixed)].join(' ');

const send = (child: Story, type: string, fill?: Readonly<Record<string, string>>) => {
  const at = { state: child.state(), on: child.on(), day: child.day(), seq: child.seq() + 1, fill };
  const sent = representative(type, at);
  return child.tries(sent.by, sent.type, sent.body);
};

/** Takes one arrow, doing what its reasons ask for; null when that leads elsewhere or nowhere. */
function take(from: Story, arrow: string): Story | null {
  const child = fork(from);
  const place = placeOf(child);
  const asked = new Set<string>();
  for (let way = 0; way < LONGEST_WAY; way++) {
    const view = transitionsOf(child.state(), child.on()).find(other => arrowOf(other) === arrow);
    if (!view) return null;
    for (const { code } of view.unmet) {
      found.blocked.add(code);
      asked.add(code);
    }
    for (const { code, how } of view.done)
      if (how === 'met' && (asked.has(code) || elsewhere.has(code))) found.released.add(code);
    const [reason] = view.unmet;
    const decision = reason?.fix ? send(child, reason.fix.event, reason.fix.fill) : send(child, view.event, view.fixed);
    if (!decision.ok) {
      found.stuck.add(`${place} ${arrow}: ${reason?.code ?? 'ready'}: ${decision.reasons[0]?.code}`);
      return null;
    }
    if (!reason) return child;
    if (child.position().stage !== from.position().stage) return null;
  }
  found.stuck.add(`${place} ${arrow}: no end`);
  return null;
}

function explore(): void {
  const queue = [aCase({ bornOn: '2010-01-01' })];
  for (let child = queue.shift(); child; child = queue.shift()) {
    if (found.positions.has(keyOf(child))) continue;
    found.positions.set(keyOf(child), child);
    const { stage, adult } = child.position();
    if (stage === 'followUp' && (adult === 'none' || adult === 'prompted'))
      for (const type of adult === 'none' ? ['adult.prompted', 'adult.opened'] : ['adult.opened']) {
        const other = fork(child);
        send(other, type);
        queue.push(other);
      }
    if (stage === 'evaluationAdmission') {
      const other = fork(child);
      send(other, 'evaluation.recorded');
      queue.push(other);
    }
    for (const view of transitionsOf(child.state(), child.on())) {
      const next = take(child, arrowOf(view));
      if (!next) continue;
      found.taken.add(`${placeOf(child)} ${arrowOf(view)}`);
      queue.push(next);
    }
  }
}

explore();

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
  });

  it('sees every requirement block and release', () => {
    const all = [...requirements.keys()].sort();
    expect(all.filter(id => !found.blocked.has(id))).toEqual([]);
    expect(all.filter(id => !found.released.has(id))).toEqual([]);
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
    if (kind !== 'move') return isOpen;
    if (type.startsWith('adult.')) return isOpen && ['open', 'mapped', 'sharedCare'].includes(adult);
    return step !== 'deceased' && moves.some(({ from, event }) => from === stage && event === type);
  }

  it.each([...found.positions])('%s', (_key, child) => {
    for (const { type, kind } of inChart) {
      const here = fork(child);
      const decision = send(here, type);
      const isStranger = !decision.ok && decision.kind === 'wrongStage' && decision.reasons[0]?.code === 'stage.event';
      if (belongs(child, type, kind)) {
        found.handled.add(type);
        if (kind !== 'move') expect([type, isStranger]).toEqual([type, false]);
      } else expect([type, isStranger]).toEqual([type, true]);
      if (!decision.ok) expect(here.state()).toBe(child.state());
      else if (kind !== 'move') expect([type, here.position().stage]).toEqual([type, child.position().stage]);
    }
  });

  it('handles every event somewhere', () => {
    expect(inChart.map(({ type }) => type).filter(type => !found.handled.has(type))).toEqual(['case.registered']);
  });
});
