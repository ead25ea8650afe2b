import type { HandoffView } from '@kaerimichi/contracts';
import { type HandoffSection, handoffSectionIds } from '@kaerimichi/discharge';
import { isRecord } from '../../api/is-record.ts';
import type { Recipient, Target, Targets } from './deliver.ts';
import type { Proposed } from './section-field.tsx';

/** Whom to call at night: written apart from the first section, so that it is not forgotten. */
export const NIGHT = 'contactsNight';

/** What is written, to whom, and how far it has come with each: kept as one, so that nobody is sent it twice. */
export type ComposeValues = {
  readonly orgs: readonly string[];
  readonly outside: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Sections that do not go: what is written there stays in the draft. */
  readonly left: readonly string[];
  readonly targets: Targets;
  /** Whether the receiver is asked to say back what matters. */
  readonly isTeachBack: boolean;
  /** The case's version it was begun on: what others wrote of a handoff since then is not written over unseen. */
  readonly base: number;
};

/** A new one begins with what is recorded, a revised one with what was written. */
export function firstValues(handoff: HandoffView | null, proposed: readonly Proposed[], base: number): ComposeValues {
  const source = handoff ? [...handoff.sections, { id: NIGHT, text: handoff.night.text }] : proposed;
  const texts = Object.fromEntries(source.map(({ id, text }) => [id, text ?? '']));
  return { orgs: [], outside: '', texts, left: [], targets: {}, isTeachBack: true, base };
}

/** Of a handoff that is revised the one it has; else everybody that was chosen, and the one outside the network. */
export function recipientsOf(
  handoff: HandoffView | null,
  { orgs, outside, targets }: ComposeValues,
): (Recipient & { readonly target: Target })[] {
  const begun = (key: string) => targets[key] ?? { handoffId: crypto.randomUUID(), written: null, isSent: false };
  if (handoff) return [{ key: '', body: {}, target: { ...begun(''), handoffId: handoff.id } }];
  const name = outside.trim();
  const chosen: Recipient[] = [
    ...orgs.map(org => ({ key: org, body: { recipient: org } })),
    ...(name === '' ? [] : [{ key: `outside ${name}`, body: { outside: name } }]),
  ];
  return chosen.map(recipient => ({ ...recipient, target: begun(recipient.key) }));
}

/** Whoever was sent it is chosen no longer: what is written on goes to the others. */
export const withoutSent = (values: ComposeValues): ComposeValues => {
  const isSent = (key: string) => values.targets[key]?.isSent === true;
  return {
    ...values,
    orgs: values.orgs.filter(org => !isSent(org)),
    outside: isSent(`outside ${values.outside.trim()}`) ? '' : values.outside,
  };
};

/** Organisations, and names outside the network, that were sent it. */
export const sentTo = ({ targets }: ComposeValues): string[] =>
  Object.entries(targets).flatMap(([key, { isSent }]) => (isSent && key !== '' ? [key.replace(/^outside /, '')] : []));

const over: readonly string[] = ['declined', 'withdrawn', 'closed'];

/** What was kept, beside what the server knows now: what arrived though its answer was lost, and what is over and may begin anew. */
export function asKnown(values: ComposeValues, handoffs: readonly HandoffView[]): ComposeValues {
  const known = new Map(handoffs.map(handoff => [handoff.id, handoff]));
  const targets = Object.entries(values.targets).flatMap(([key, target]): [string, Target][] => {
    const handoff = known.get(target.handoffId);
    if (!handoff) return [[key, target]];
    if (over.includes(handoff.status)) return [];
    return [[key, { ...target, isSent: handoff.status !== 'draft' && !handoff.hasDraft }]];
  });
  return { ...values, targets: Object.fromEntries(targets) };
}

/** What this tab kept, as far as it still has the shape. */
export function keptValues(read: unknown): ComposeValues | null {
  if (!isRecord(read) || !isRecord(read.texts) || !Array.isArray(read.orgs)) return null;
  const { texts, base } = read;
  if (typeof base !== 'number') return null;
  return {
    orgs: read.orgs.filter(org => typeof org === 'string'),
    outside: typeof read.outside === 'string' ? read.outside : '',
    texts: Object.fromEntries(
      [...handoffSectionIds, NIGHT].map(id => [id, typeof texts[id] === 'string' ? texts[id] : '']),
    ),
    left: handoffSectionIds.filter(id => among(read.left).includes(id)),
    targets: keptTargets(read.targets),
    isTeachBack: read.isTeachBack !== false,
    base,
  };
}

const among = (read: unknown): readonly unknown[] => (Array.isArray(read) ? read : []);

/** The texts that go: those of the sections that are not left out, where something is written. */
export const goingTexts = ({ texts, left }: Pick<ComposeValues, 'texts' | 'left'>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([id, text]) => text.trim() !== '' && !left.includes(id)));

/**
 * Sections that one may leave out: none without which nothing is sent, and none that the recipient has had already, since
 * a text that does not come anew stays as it was.
 */
export function optionalSections(
  handoff: Pick<HandoffView, 'sections'> | null,
  needed: readonly HandoffSection[],
): HandoffSection[] {
  const had = (handoff?.sections ?? []).flatMap(({ id, text }) => (text ? [id] : []));
  return handoffSectionIds.filter(id => !needed.includes(id) && !had.includes(id));
}

function keptTargets(read: unknown): Targets {
  if (!isRecord(read)) return {};
  return Object.fromEntries(
    Object.entries(read).flatMap(([key, target]) => {
      if (!isRecord(target) || typeof target.handoffId !== 'string') return [];
      const { handoffId, written, isSent } = target;
      return [[key, { handoffId, written: typeof written === 'string' ? written : null, isSent: isSent === true }]];
    }),
  );
}
