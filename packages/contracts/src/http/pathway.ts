import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const words = z.strictObject({ ja: z.string(), en: z.string() });

export const pathway = z.strictObject({
  version: z.int(),
  stages: z.array(
    z.strictObject({
      id: z.string(),
      label: words,
      column: z.string(),
      phase: z.string(),
      forward: z.string().nullable(),
      /** Usual length in days (目安): advice, never a limit. */
      guideDays: z.int().nullable(),
    }),
  ),
  columns: z.array(
    z.strictObject({
      id: z.string(),
      label: words,
      phase: z.string(),
      /** How many cases are thought to be enough: advice of the organisation's rule set. */
      limit: z.int().nullable(),
    }),
  ),
  events: z.array(
    z.strictObject({
      type: z.string(),
      kind: z.enum(['fact', 'move', 'time']),
      append: z.boolean(),
      /** Empty: every open stage. */
      stages: z.array(z.string()),
      label: words,
      /** As something to do: the next step of a card whose conditions are all met. */
      todo: words,
      /** The Japanese label as it is read, in hiragana with spaces between its parts; null: no form is filled in. */
      reading: z.string().nullable(),
      /** Other names of the form, with commas between; the Japanese ones as they are read. */
      alsoCalled: words.nullable(),
      category: z.string(),
      form: z.strictObject({
        /** Asked about once before it is sent: no later entry takes it back, or it goes out to others. */
        asks: z.enum(['grave', 'outgoing']).nullable(),
        /** For these values of a field alone. */
        asksWhen: z.strictObject({ field: z.string(), is: z.array(z.string()) }).nullable(),
        /** Whether it is offered to be taken back right after it. */
        undoable: z.boolean(),
        /** Fact whose values the form begins with. */
        knows: z.string().nullable(),
        knowsNeeds: z.boolean(),
        /** Field that begins with today. */
        beginsToday: z.string().nullable(),
      }),
      /** JSON Schema of the body of POST /cases/:id/events; `x-label` names each field in both languages. */
      schema: z.record(z.string(), z.unknown()),
    }),
  ),
  requirements: z.array(
    z.strictObject({
      id: z.string(),
      /** As something done: the condition of a move. */
      text: words,
      /** As something to do: the next step of a card. */
      todo: words,
      waivable: z.enum(['no', 'yes', 'safety']),
      fix: z.string(),
    }),
  ),
  moves: z.array(
    z.strictObject({ from: z.string(), event: z.string(), to: z.string(), requirements: z.array(z.string()) }),
  ),
  /** Japanese and English of every code that people read; of a deadline under `dueKind.` and its kind. */
  words: z.record(z.string(), words),
});
export type Pathway = z.infer<typeof pathway>;

const way = z.array(z.strictObject({ event: z.string(), to: z.string() })).nullable();
/** How many golden histories walk it. */
const histories = z.int();

/** Of what the pathway is made, each with what proves it. Places are stages, `closed.<how>` and `adult.<level>`. */
export const pathwayProof = z.strictObject({
  version: z.int(),
  /** Positions that the search over the chart found. */
  positions: z.int(),
  histories: z.int(),
  places: z.array(
    z.strictObject({
      id: z.string(),
      /** The shortest way from registration; null: none. */
      reached: way,
      /** The shortest way on to an end; null: none from some position here. Empty where nothing has to follow. */
      left: way,
      histories,
    }),
  ),
  moves: z.array(
    z.strictObject({ from: z.string(), event: z.string(), to: z.string(), isTaken: z.boolean(), histories }),
  ),
  events: z.array(
    z.strictObject({
      type: z.string(),
      /** `refused`: taken by the chart, and refused as the search sent it; `apart`: decided beside the chart; null: nowhere. */
      handled: z.enum(['accepted', 'refused', 'apart']).nullable(),
      histories,
    }),
  ),
  requirements: z.array(
    z.strictObject({
      id: z.string(),
      /** Events of the moves that ask for it. */
      asking: z.array(z.string()),
      isBlocking: z.boolean(),
      isReleased: z.boolean(),
      histories,
    }),
  ),
  timers: z.array(
    z.strictObject({
      kind: z.string(),
      /** What the clock sends on its day. */
      fires: z.string().nullable(),
      isHandled: z.boolean(),
      /** Under which kind of notice, to which roles, and to which once it was missed; null: it asks nobody for anything. */
      told: z
        .strictObject({
          notice: z.string().nullable(),
          roles: z.array(z.string()),
          escalatedTo: z.array(z.string()).nullable(),
        })
        .nullable(),
    }),
  ),
  /** What nothing proves; empty where the pathway holds. */
  holes: z.array(
    z.strictObject({
      claim: z.enum(['reached', 'left', 'taken', 'handled', 'used', 'timed', 'told']),
      of: z.string(),
    }),
  ),
});
export type PathwayProof = z.infer<typeof pathwayProof>;

export const pathwayEndpoints = {
  pathway: endpoint({
    method: 'GET',
    path: '/pathway',
    summary: 'The pathway for machines',
    answer: pathway,
    status: 200,
  }),
  proof: endpoint({
    method: 'GET',
    path: '/pathway/proof',
    summary: 'What proves the pathway: reachable, leavable, handled, used and told, and what golden histories walk',
    answer: pathwayProof,
    status: 200,
  }),
};
