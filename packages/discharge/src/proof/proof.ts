import { type Step, shortestWay } from './ways.ts';

/** What is proved: a pathway as it is declared, what a search over it found, and what is kept of golden histories. */
export type Claimed = {
  readonly version: number;
  /** Every place: a stage, `closed.<how>`, or `adult.<level>` of the region beside them. */
  readonly places: readonly {
    readonly id: string;
    /** Where a way on from here may end; empty: nothing leads on from here, and nothing has to. */
    readonly ends: readonly string[];
  }[];
  readonly moves: readonly Arrow[];
  readonly events: readonly string[];
  readonly requirements: readonly { readonly id: string; readonly fix: string }[];
  readonly timers: readonly Timer[];
  /** Moves that skip most of a pathway: a way is told by these only where there is no other. */
  readonly shortcuts: readonly string[];
};

/** A move of the chart by the places between which it leads; `from` is `adult` or `closed` whichever of these it leaves. */
export type Arrow = {
  readonly from: string;
  readonly event: string;
  readonly to: string;
  readonly needs: readonly string[];
};

/** A kind of deadline: what the clock sends on its day, and where the task that it makes is told, to whom. */
type Timer = {
  readonly kind: string;
  readonly fires: string | null;
  /** null: it asks nobody for anything. */
  readonly told: Told | null;
};
export type Told = {
  /** Kind of notice under which it is told; null: the catalogue has none. */
  readonly notice: string | null;
  /** Roles that are reminded, and those that are told once it was missed; null: it is not escalated. */
  readonly roles: readonly string[];
  readonly escalatedTo: readonly string[] | null;
};

/** What a search over the running chart found; a position stands in one place, or in two where a region is beside it. */
export type Searched = {
  readonly start: string;
  readonly positions: ReadonlyMap<string, readonly string[]>;
  readonly steps: readonly Step[];
  /** Event types by whether the chart accepted one somewhere, took one and refused it, or has it apart from the chart. */
  readonly handled: ReadonlyMap<string, 'accepted' | 'refused' | 'apart'>;
  readonly blocked: ReadonlySet<string>;
  readonly released: ReadonlySet<string>;
};

/** One golden history: what was accepted in it. */
export type Walked = {
  readonly name: string;
  readonly events: ReadonlySet<string>;
  /** `from event to`, as arrows are named. */
  readonly arrows: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
};

type WayStep = { readonly event: string; readonly to: string };
type ProofOfPlace = {
  readonly id: string;
  /** The shortest way from registration; null: none. */
  readonly reached: readonly WayStep[] | null;
  /** The shortest way on to an end; null: from some position here there is none. Empty where nothing has to follow. */
  readonly left: readonly WayStep[] | null;
  readonly histories: number;
};

/** Of what a pathway is made, each with what proves it; `holes` names whatever nothing proves. */
export type PathwayProof = {
  readonly version: number;
  /** Positions that the search found, and golden histories. */
  readonly positions: number;
  readonly histories: number;
  readonly places: readonly ProofOfPlace[];
  readonly moves: readonly { from: string; event: string; to: string; isTaken: boolean; histories: number }[];
  readonly events: readonly { type: string; handled: 'accepted' | 'refused' | 'apart' | null; histories: number }[];
  readonly requirements: readonly ProofOfRequirement[];
  readonly timers: readonly (Timer & { readonly isHandled: boolean })[];
  readonly holes: readonly Hole[];
};
type ProofOfRequirement = {
  readonly id: string;
  /** Events of the moves that ask for it. */
  readonly asking: readonly string[];
  readonly isBlocking: boolean;
  readonly isReleased: boolean;
  readonly histories: number;
};

type Claim = 'reached' | 'left' | 'taken' | 'handled' | 'used' | 'timed' | 'told';
/** What nothing proves: which claim, of what. */
type Hole = { readonly claim: Claim; readonly of: string };

export const arrowName = ({ from, event, to }: { from: string; event: string; to: string }) => `${from} ${event} ${to}`;

/** Proves a pathway, as far as it can be proved; the same input gives the same proof. */
export function provePathway(claimed: Claimed, searched: Searched, walked: readonly Walked[]): PathwayProof {
  const timesIn = (isIn: (history: Walked) => boolean) => walked.filter(isIn).length;
  const taken = takenArrows(searched);
  const proof = {
    version: claimed.version,
    positions: searched.positions.size,
    histories: walked.length,
    places: claimed.places.map(({ id, ends }) => ({
      id,
      ...waysOf(id, ends, { ...searched, shortcuts: claimed.shortcuts }),
      histories: timesIn(({ places }) => places.has(id)),
    })),
    moves: claimed.moves.map(({ from, event, to }) => {
      const name = arrowName({ from, event, to });
      return { from, event, to, isTaken: taken.has(name), histories: timesIn(({ arrows }) => arrows.has(name)) };
    }),
    events: claimed.events.map(type => ({
      type,
      handled: searched.handled.get(type) ?? null,
      histories: timesIn(({ events }) => events.has(type)),
    })),
    requirements: claimed.requirements.map(({ id }) => {
      const asking = claimed.moves.filter(({ needs }) => needs.includes(id));
      const names = asking.map(arrowName);
      return {
        id,
        asking: [...new Set(asking.map(({ event }) => event))],
        isBlocking: searched.blocked.has(id),
        isReleased: searched.released.has(id),
        histories: timesIn(({ arrows }) => names.some(name => arrows.has(name))),
      };
    }),
    timers: claimed.timers.map(timer => ({
      ...timer,
      isHandled: timer.fires === null || searched.handled.has(timer.fires),
    })),
  };
  return { ...proof, holes: holesOf(proof, claimed) };
}

/** Arrows that the search took, by the places between which they lead. */
function takenArrows({ positions, steps }: Searched): Set<string> {
  const names = steps.flatMap(({ from, event, to }) => {
    const [here = '', besideHere = ''] = positions.get(from) ?? [];
    const [there = '', besideThere = ''] = positions.get(to) ?? [];
    const beside = besideHere !== besideThere ? [arrowName({ from: 'adult', event, to: besideThere })] : [];
    return [arrowName({ from: here.split('.')[0] ?? '', event, to: there }), ...beside];
  });
  return new Set(names);
}

type Finding = Searched & Pick<Claimed, 'shortcuts'>;

function waysOf(id: string, ends: readonly string[], finding: Finding): Pick<ProofOfPlace, 'reached' | 'left'> {
  const { start, steps, positions, shortcuts } = finding;
  const isAt = (position: string, places: readonly string[]) =>
    (positions.get(position) ?? []).some(place => places.includes(place));
  const usual = steps.filter(({ event }) => !shortcuts.includes(event));
  const wayTo = (from: string, places: readonly string[]) =>
    shortestWay(usual, from, position => isAt(position, places)) ??
    shortestWay(steps, from, position => isAt(position, places));
  const reached = wayTo(start, [id]);
  const here = [...positions.keys()].filter(position => isAt(position, [id]));
  const ways = here.map(position => wayTo(position, ends));
  // Where one position has no way on, the place has none, whatever the others have.
  const left = ends.length === 0 ? [] : ways.includes(null) ? null : shortest(ways);
  return { reached: reached && asWay(reached, id, positions), left: left && asWay(left, ends[0] ?? '', positions) };
}

const shortest = (ways: readonly (readonly Step[] | null)[]): readonly Step[] | null =>
  ways.reduce((best, way) => (way && (!best || way.length < best.length) ? way : best), null);

/** In the words of the region that the way is about: its own places where it leads there. */
function asWay(steps: readonly Step[], goal: string, positions: Searched['positions']): WayStep[] {
  const region = goal.split('.')[0] === 'adult' ? 1 : 0;
  return steps.map(({ from, event, to }) => {
    const [there = '', beside] = positions.get(to) ?? [];
    const changes = beside !== undefined && beside !== positions.get(from)?.[1];
    return { event, to: region === 1 && changes ? beside : there };
  });
}

function holesOf(proof: Omit<PathwayProof, 'holes'>, claimed: Claimed): Hole[] {
  const of = (claim: Claim, names: readonly string[]) => names.map((name): Hole => ({ claim, of: name }));
  const fixes = new Map(claimed.requirements.map(({ id, fix }) => [id, fix]));
  const known = new Set(proof.events.filter(({ handled }) => handled !== null).map(({ type }) => type));
  return [
    ...of(
      'reached',
      proof.places.filter(({ reached }) => !reached).map(({ id }) => id),
    ),
    ...of(
      'left',
      proof.places.filter(({ left, reached }) => reached && !left).map(({ id }) => id),
    ),
    ...of('taken', proof.moves.filter(({ isTaken }) => !isTaken).map(arrowName)),
    ...of(
      'handled',
      proof.events.filter(({ handled }) => handled === null).map(({ type }) => type),
    ),
    ...of(
      'used',
      proof.requirements
        .filter(
          ({ id, asking, isBlocking, isReleased }) =>
            asking.length === 0 || !isBlocking || !isReleased || !known.has(fixes.get(id) ?? ''),
        )
        .map(({ id }) => id),
    ),
    ...of('timed', proof.timers.filter(({ isHandled, fires, told }) => !isHandled || !(fires || told)).map(nameOf)),
    ...of('told', proof.timers.filter(({ told }) => told && !isToldToSomebody(told)).map(nameOf)),
  ];
}

const nameOf = ({ kind }: { readonly kind: string }) => kind;
const isToldToSomebody = ({ notice, roles, escalatedTo }: Told): boolean =>
  notice !== null && roles.length > 0 && escalatedTo?.length !== 0;
