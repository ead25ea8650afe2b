import {
  addDays,
  type CaseEvent,
  type CaseFacts,
  type Day,
  type HandoffSection,
  type Words,
} from '@kaerimichi/discharge';
import { eventsByType } from '@kaerimichi/discharge/chart';
import { codeOf, levelWords, say } from './handoff-phrases.ts';
import type { Written } from './written.ts';

/** Where a proposed line comes from. */
type Source = { readonly seq: number; readonly label: Words; readonly on: Day };

export type ProposedSection = {
  /** A section, or the part of the first one that says whom to call at night. */
  readonly id: ProposedPart;
  readonly text: Words;
  readonly sources: readonly Source[];
  /** The newest source is older than a month. */
  readonly isOld: boolean;
};

/** After so many days what was recorded is called old. */
const OLD_DAYS = 30;

type ProposedPart = HandoffSection | 'contactsNight';

type Line = { readonly text: Words; readonly from: Written };
type Known = { readonly facts: CaseFacts; readonly written: readonly Written[] };

/** Entries that a proposal reads. */
export const proposingTypes = [
  'contacts.recorded',
  'condition.assessed',
  'plan.written',
  'evaluation.recorded',
  'device.chosen',
  'medication.transcribed',
  'skill.assessed',
  'entitlement.updated',
  'home.checked',
] as const;

const breathing = ['ventilator', 'niv', 'tracheostomy', 'oxygen', 'suction'];
const nutrition = ['nasalTube', 'gastrostomy'];

/** What the case's own records say about each section, in their own words; nothing is made up, what is not recorded stays empty. */
const linesOf: Readonly<Record<ProposedPart, (known: Known) => Line[]>> = {
  contacts: known => contactLines(known, ['day']),
  contactsNight: known => contactLines(known, ['night']),
  // What a plan aims at is not how the child is: read as its condition it would deceive whoever takes over.
  condition: known => [...noted(known, 'condition.assessed', 'note'), ...noted(known, 'evaluation.recorded', 'result')],
  breathing: known => needLines(known, breathing),
  deviceSettings: deviceLines,
  nutrition: known => needLines(known, nutrition),
  medicines: known => noted(known, 'medication.transcribed', 'note'),
  caregiving: skillLines,
  emergencies: known => [...contactLines(known, ['emergencyRoute']), ...noted(known, 'home.checked', 'note')],
  schemes: schemeLines,
};

/** A text for every section from what is recorded, with source and day; a person edits it before it is sent. */
export function proposeHandoff(known: Known, on: Day): ProposedSection[] {
  return Object.entries(linesOf).map(([id, linesFor]) => {
    const lines = linesFor(known);
    const sources = sourcesOf(lines);
    const newest = sources
      .map(source => source.on)
      .sort()
      .at(-1);
    return {
      id: id as ProposedPart,
      text: {
        ja: lines.map(({ text }) => text.ja).join('\n'),
        en: lines.map(({ text }) => text.en).join('\n'),
      },
      sources,
      isOld: newest !== undefined && newest < addDays(on, -OLD_DAYS),
    };
  });
}

/** Entries of one kind are one source: the latest of them, with how many there are. */
function sourcesOf(lines: readonly Line[]): Source[] {
  const entries = [...new Map(lines.map(({ from }) => [from.event.seq, from.event])).values()];
  return [...new Set(entries.map(({ type }) => type))].map(type => {
    const alike = entries.filter(entry => entry.type === type);
    const last = alike.reduce((one, other) => (dayOf(other) > dayOf(one) ? other : one));
    const label = eventsByType.get(type)?.told ?? { ja: type, en: type };
    return { seq: last.seq, label: alike.length > 1 ? say.several(label, alike.length) : label, on: dayOf(last) };
  });
}

const dayOf = (event: CaseEvent): Day => event.occurredOn ?? event.on;

const newest = ({ written }: Known, type: string, isMeant: (event: CaseEvent) => boolean = () => true) =>
  written.findLast(({ event }) => event.type === type && isMeant(event));

const written = (text: string): Words => ({ ja: text, en: text });

/** A text that somebody wrote, as it stands. */
function noted(known: Known, type: string, name: string): Line[] {
  const from = newest(known, type);
  const text = from?.texts[name];
  return from && text ? [{ text: written(text), from }] : [];
}

function contactLines(known: Known, when: readonly string[]): Line[] {
  return when.flatMap(one => {
    const all = known.written.filter(({ event }) => event.type === 'contacts.recorded' && event.body.when === one);
    // Of each topic the newest.
    const byTopic = new Map(all.map(from => [String(from.event.body.topic ?? ''), from]));
    return [...byTopic].flatMap(([topic, from]) =>
      from.texts.contact
        ? [{ text: say.contact(codeOf(one), topic ? codeOf(topic) : null, from.texts.contact), from }]
        : [],
    );
  });
}

function needLines(known: Known, kinds: readonly string[]): Line[] {
  const from = newest(known, 'plan.written');
  const needs = Array.isArray(from?.event.body.needs) ? from.event.body.needs.filter(need => kinds.includes(need)) : [];
  return from ? needs.map(need => ({ text: codeOf(String(need)), from })) : [];
}

function deviceLines(known: Known): Line[] {
  return known.facts.devices.flatMap(({ id, kind, vendorPhone24h }) => {
    const from = newest(known, 'device.chosen', event => event.body.deviceId === id);
    if (!from) return [];
    const { model = '', note = '' } = from.texts;
    return [{ text: say.device({ kind: codeOf(kind), model, note, hasPhone: vendorPhone24h }), from }];
  });
}

function skillLines(known: Known): Line[] {
  return known.facts.skills.flatMap(({ procedure, caregiver, level, lapsedOn }) => {
    const from = newest(
      known,
      'skill.assessed',
      ({ body }) => body.procedure === procedure && body.caregiver === caregiver,
    );
    const how = lapsedOn ? null : levelWords[level];
    return from && how ? [{ text: say.skill(codeOf(caregiver), codeOf(procedure), how), from }] : [];
  });
}

function schemeLines(known: Known): Line[] {
  return known.facts.entitlements.flatMap(({ kind, state, until }) => {
    const from = newest(known, 'entitlement.updated', ({ body }) => body.kind === kind);
    return from && state !== 'notNeeded' ? [{ text: say.scheme(codeOf(kind), codeOf(state), until), from }] : [];
  });
}
