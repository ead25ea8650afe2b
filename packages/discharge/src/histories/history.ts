import { createHash } from 'node:crypto';
import { pathwayVersion } from '../discharge.ts';
import type { Story } from './a-case.ts';
import type { ScriptEvent } from './script.ts';
import { codesOf, createWalk, type Walk } from './walk.ts';

/** A history as it is kept: what was sent, and what each decision was under the version that recorded it. */
export type History = {
  readonly pathwayVersion: number;
  readonly startsOn: string;
  readonly events: readonly ScriptEvent[];
  /** One per event: where it leads, what follows, and a digest of all facts; or why it is refused. */
  readonly decisions: readonly Record<string, unknown>[];
  readonly state: unknown;
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  );
};

export const digestOf = (facts: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(sorted(facts)))
    .digest('hex')
    .slice(0, 16);

function decisionsOf(walk: Walk): Record<string, unknown>[] {
  return walk.steps.map(({ decision }) => {
    if (!decision.ok) return { refused: codesOf(decision) };
    const { position, effects, deadlines, state } = decision;
    const { stage, step, tracks, adult } = position;
    return {
      at: [stage, step].filter(Boolean).join('.'),
      tracks: Object.values(tracks).join(' '),
      ...(adult === 'none' ? {} : { adult }),
      ...(effects.length > 0 ? { effects: effects.map(({ type }) => type) } : {}),
      ...(deadlines.length > 0
        ? { deadlines: deadlines.map(({ kind, ref, dueOn, fires }) => [kind, ref, dueOn, fires]) }
        : {}),
      facts: digestOf(state.facts),
    };
  });
}

/** What a story is now: the golden history, when it is written. */
export function historyOf(story: Story): History {
  const events = story.steps.map(({ sent }) => sent);
  return {
    pathwayVersion,
    startsOn: story.startsOn,
    events,
    decisions: decisionsOf(story),
    state: sorted(story.state()),
  };
}

/** Sends the events of a history again. */
export function replayHistory({
  startsOn,
  events,
}: History): Walk & { readonly decisions: unknown; readonly sorted: unknown } {
  const walk = createWalk(startsOn);
  for (const sent of events) walk.send(sent);
  return { ...walk, decisions: decisionsOf(walk), sorted: sorted(walk.state()) };
}

/** JSON with one event and one decision per line, so that a change of a rule reads as a change of lines. */
export function toText(history: History): string {
  const lines = (rows: readonly unknown[]) => rows.map(row => `    ${JSON.stringify(row)}`).join(',\n');
  return `{
  "pathwayVersion": ${history.pathwayVersion},
  "startsOn": "${history.startsOn}",
  "events": [
${lines(history.events)}
  ],
  "decisions": [
${lines(history.decisions)}
  ],
  "state": ${JSON.stringify(history.state)}
}
`;
}
