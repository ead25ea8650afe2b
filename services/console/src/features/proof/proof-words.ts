import type { Pathway, PathwayProof } from '@kaerimichi/contracts';
import type { Speech } from '../../words/words.ts';

type Hole = PathwayProof['holes'][number];

/** What a proof names, in words: places, events, conditions and deadlines. What has none stays itself. */
export function proofWords(pathway: Pathway, { say, code, pick, findCode }: Speech) {
  const events = new Map(pathway.events.map(({ type, label }) => [type, pick(label)]));
  const requirements = new Map(pathway.requirements.map(({ id, text }) => [id, pick(text)]));
  const stages = new Map(pathway.stages.map(({ id, label }) => [id, pick(label)]));
  const event = (type: string) => events.get(type) ?? type;
  const requirement = (id: string) => (requirements.get(id) ?? id).replace(/\{\w+\}/g, '…');

  function place(id: string): string {
    const [region = '', detail] = id.split('.');
    if (region === 'adult') return detail ? `${say('path.adult')}: ${code('adult', detail)}` : say('path.adult');
    if (region === 'closed')
      return detail ? `${stages.get('closed')}: ${code('closing', detail)}` : say('proof.fromClosed');
    return stages.get(id) ?? id;
  }
  function timer(kind: string): string {
    if (kind === 'enquiry' || kind === 'handoff' || kind === 'seat') return say(`proof.${kind}`);
    return findCode('dueKind', kind) ?? kind;
  }
  function hole({ claim, of }: Hole): string {
    if (claim === 'reached' || claim === 'left') return place(of);
    if (claim === 'handled') return event(of);
    if (claim === 'used') return requirement(of);
    if (claim === 'timed' || claim === 'told') return timer(of);
    const [from = '', type = '', to = ''] = of.split(' ');
    return `${place(from)}: ${say('proof.step', { event: event(type), to: place(to) })}`;
  }
  return { event, requirement, place, timer, hole };
}

/** How many of each the golden histories pass. */
export function coverageRows({ places, moves, events, requirements }: PathwayProof) {
  return Object.entries({ places, moves, events, requirements }).map(([part, rows]) => ({
    part: part as 'places' | 'moves' | 'events' | 'requirements',
    all: rows.length,
    held: rows.filter(({ histories }) => histories > 0).length,
  }));
}

/** How many of what is claimed are proved: a row for each claim, in the order in which they are told. */
export function claimRows({ places, moves, events, requirements, timers, holes }: PathwayProof) {
  const claims = [
    ['reached', places.length],
    ['left', places.filter(({ reached }) => reached).length],
    ['taken', moves.length],
    ['handled', events.length],
    ['used', requirements.length],
    ['timed', timers.length],
    ['told', timers.filter(({ told }) => told).length],
  ] as const;
  return claims.map(([claim, all]) => ({ claim, all, held: all - holes.filter(hole => hole.claim === claim).length }));
}
