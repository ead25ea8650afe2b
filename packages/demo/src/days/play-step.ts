import type { LoadedCase } from '@kaerimichi/casework';
import type { Day, Words } from '@kaerimichi/discharge';
import { type Moment, type ToSend, whyNot } from '../happenings/why-not.ts';
import { dayNow, isToPush, type LeftOut, namesOf, timesOf, toSend } from './day-now.ts';
import type { DayAct, DayStep, DayTimes, ScriptedDay } from './scripted-day.ts';

/** The case as it is afterwards, or all reasons against it. */
export type Sent =
  | { readonly ok: true; readonly loaded: LoadedCase }
  | { readonly ok: false; readonly why: readonly Words[] };

/** What a step is played with. */
export type DayPorts = {
  /** Cases that a day may be about. */
  cases(): Promise<readonly LoadedCase[]>;
  moment(): Promise<Moment>;
  push(to: Day): Promise<void>;
  send(loaded: LoadedCase, what: ToSend): Promise<Sent>;
};

type OfChild = Omit<LeftOut, 'why'>;
/** Something that somebody did: by the name to sign in with, and the type of the event. */
export type Done = OfChild & { readonly by: string; readonly type: string };

export type Played = {
  readonly done: number;
  readonly all: number;
  /** null: it is over, or nothing that is left can happen. */
  readonly step: DayStep | null;
  readonly refused: (Done & { readonly why: readonly Words[] }) | null;
  readonly happened: readonly Done[];
  readonly leftOut: readonly LeftOut[];
};

/** Plays the next step of a scripted day: the clock first, then everybody in turn. */
export async function playStep(day: ScriptedDay, ports: DayPorts): Promise<Played> {
  const cases = await ports.cases();
  const { done, all, next, leftOut, times } = dayNow(day, cases, await ports.moment());
  if (!next) return { done, all, step: null, refused: null, happened: [], leftOut };
  if (next.pushTo && times.begun && isToPush(next, times)) await ports.push(next.pushTo(times.begun));
  const playing: Playing = { ports, times: timesOf(day, cases, await ports.moment()) };
  const refused = next.tried ? await tryFirst(next.tried, cases, playing) : null;
  const acted = await actAll(next.acts, cases, playing);
  return { done: done + 1, all, step: next, refused, ...acted, leftOut: [...leftOut, ...acted.leftOut] };
}

type Playing = { readonly ports: DayPorts; readonly times: DayTimes };

/** Sent only where it is refused. */
async function tryFirst(
  act: DayAct,
  cases: readonly LoadedCase[],
  { ports, times }: Playing,
): Promise<Played['refused']> {
  const loaded = cases.find(one => act.isDue(one, times));
  if (!loaded) return null;
  const what = toSend(act, loaded, times);
  if (!whyNot(what, loaded, await ports.moment())) return null;
  const sent = await ports.send(loaded, what);
  return sent.ok ? null : { ...namesOf(loaded), by: act.by, type: act.type, why: sent.why };
}

/** In one case an act is done as often as it is due: for each skill that lapsed, for each section that is not confirmed. */
const MOST_TIMES = 20;

async function actAll(acts: readonly DayAct[], before: readonly LoadedCase[], { ports, times }: Playing) {
  const cases = new Map(before.map(loaded => [loaded.id, loaded]));
  const happened: Done[] = [];
  const leftOut: LeftOut[] = [];
  for (const act of acts)
    for (const id of cases.keys())
      for (let n = 0; n < MOST_TIMES; n++) {
        const loaded = cases.get(id);
        if (!loaded || !act.isDue(loaded, times)) break;
        const what = toSend(act, loaded, times);
        const why = whyNot(what, loaded, await ports.moment());
        const sent: Sent = why ? { ok: false, why: [why] } : await ports.send(loaded, what);
        if (!sent.ok) {
          leftOut.push(...sent.why.slice(0, 1).map(text => ({ ...namesOf(loaded), why: text })));
          break;
        }
        cases.set(id, sent.loaded);
        happened.push({ ...namesOf(loaded), by: act.by, type: act.type });
      }
  return { happened, leftOut };
}
