import { deadlineKinds } from '../deadline-kinds.ts';
import { pathwayVersion } from '../discharge.ts';
import { eventDefinitions, isOutsideChart, isRegionMove, registrationType } from '../events.ts';
import { fork, type Story } from '../histories/a-case.ts';
import { type Found, sendTypical } from '../histories/explore.ts';
import type { History } from '../histories/history.ts';
import { allMoves } from '../moves.ts';
import { stageMetas } from '../position.ts';
import { requirements } from '../requirements.ts';
import { answerKinds } from '../sla-days.ts';
import { closings } from '../stages/closed/state.ts';
import { adultLevels } from '../tracks/adult/level.ts';
import { type Arrow, arrowName, type Claimed, type Searched, type Told, type Walked } from './proof.ts';

const HOME = 'closed.completed';
/** Ends of a case that nothing leads on from. */
const forGood: readonly string[] = ['closed.deceased'];
const adultEnds = ['adult.transferred', 'adult.stayed'];

/** The pathway as the chart, its registries and its deadlines declare it; who is told of a kind is known elsewhere. */
export function claimedHere(toldOf: (kind: string) => Told | null): Claimed {
  const stages = [...stageMetas.keys()].filter(stage => stage !== 'closed');
  const levels = adultLevels.filter(level => level !== 'none').map(level => `adult.${level}`);
  return {
    version: pathwayVersion,
    places: [
      ...[...stages, ...closings.map(how => `closed.${how}`)].map(id => ({
        id,
        ends: forGood.includes(id) ? [] : [HOME],
      })),
      ...levels.map(id => ({ id, ends: adultEnds })),
    ],
    moves: arrows(),
    events: eventDefinitions.map(({ type }) => type),
    requirements: [...requirements.values()].map(({ id, fix }) => ({ id, fix })),
    timers: [
      // What is kept for other cases waits for nothing.
      ...Object.entries(deadlineKinds).flatMap(([kind, { fires, shown }]) =>
        fires === null && shown === 'never' ? [] : [{ kind, fires, told: toldOf(kind) }],
      ),
      ...answerKinds.map(kind => ({ kind, fires: null, told: toldOf(kind) })),
    ],
    shortcuts: ['case.adopted', 'case.closed', 'case.reopened', 'case.merged', 'child.died'],
  };
}

/** Each arrow once, with all that may be asked for it: a closed case has the same ones however it was closed. */
function arrows(): Arrow[] {
  const byName = new Map<string, Arrow>();
  for (const { from, event, to, how, params } of allMoves()) {
    const ends = isRegionMove(event) ? { from: 'adult', event, to: event } : { from, event, to: placeOf(to, how) };
    const before = byName.get(arrowName(ends))?.needs ?? [];
    byName.set(arrowName(ends), { ...ends, needs: [...new Set([...before, ...params.needs])] });
  }
  return [...byName.values()];
}

const placeOf = (stage: string, step: string | null): string => (stage === 'closed' ? `closed.${step}` : stage);
const isBesideAdult = (stage: string) => stage === 'followUp' || stage === 'stableAtHome';

function placesOf(child: Story): string[] {
  const { stage, step, adult } = child.position();
  return [placeOf(stage, step), ...(isBesideAdult(stage) && adult !== 'none' ? [`adult.${adult}`] : [])];
}

/** What the search over the chart found, and what it takes of every event. */
export function searchedHere(found: Found, walked: readonly Walked[]): Searched {
  const children = [...found.positions, ...found.beside];
  const stories = children.map(([, child]) => child);
  return {
    start: children[0]?.[0] ?? '',
    positions: new Map(children.map(([key, child]) => [key, placesOf(child)])),
    steps: found.steps,
    handled: new Map(
      eventDefinitions.flatMap(({ type }) => {
        const isAccepted = found.accepted.has(type) || walked.some(({ events }) => events.has(type));
        const handled = handledBy(type, stories, isAccepted);
        return handled ? [[type, handled] as const] : [];
      }),
    ),
    blocked: found.blocked,
    released: found.released,
  };
}

function handledBy(type: string, stories: readonly Story[], isAccepted: boolean) {
  // Corrections and what is taken back are decided on the whole history, which a search from position to position has not.
  if (isOutsideChart(type)) return isAccepted ? 'apart' : null;
  if (isAccepted || type === registrationType) return 'accepted';
  let isTaken = false;
  for (const story of stories) {
    const decision = sendTypical(fork(story), type);
    if (decision.ok) return 'accepted';
    isTaken ||= !(decision.kind === 'wrongStage' && decision.reasons[0]?.code === 'stage.event');
  }
  return isTaken ? 'refused' : null;
}

type Kept = { readonly at?: string; readonly adult?: string };

/** What was accepted in a golden history, by the decisions that are kept of it. */
export function walkedIn(name: string, { events, decisions }: History): Walked {
  const walked = { name, events: new Set<string>(), arrows: new Set<string>(), places: new Set<string>() };
  let [here, level] = ['', 'adult.none'];
  for (const [index, { type }] of events.entries()) {
    const { at, adult = 'none' } = (decisions[index] ?? {}) as Kept;
    if (!at) continue;
    const [stage = '', step = null] = at.split('.');
    const [there, next] = [placeOf(stage, step), `adult.${adult}`];
    walked.events.add(type);
    walked.places.add(there).add(next);
    if (here) walked.arrows.add(`${here.split('.')[0]} ${type} ${there}`);
    if (next !== level) walked.arrows.add(`adult ${type} ${next}`);
    [here, level] = [there, next];
  }
  return walked;
}
