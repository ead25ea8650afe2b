import { type DutyRoster, MOST_BANDS, MOST_POSTS, weekOf } from '@kaerimichi/contracts';
import { parseTime } from '../../parts/parse-time.ts';
import { parseTelephone, telephoneText } from '../../parts/telephone.ts';

/** A roster as it is written: times and telephones as typed. `version`: the one that it was begun on. */
export type DutyInput = DutyRoster & { readonly version: number };

type Names = { readonly day: string; readonly night: string };

/** What a house begins with that has none: day and night, and one telephone to be filled in. */
export const emptyDuty = (names: Names, newId: () => string): DutyInput => ({
  version: 0,
  bands: [
    { id: newId(), name: names.day, begins: '08:30', ends: '17:15' },
    { id: newId(), name: names.night, begins: '17:15', ends: '08:30' },
  ],
  posts: [{ id: newId(), name: '', telephone: '' }],
  weekly: [],
  exceptions: [],
});

/** Of what was kept of the form; anything else is no draft of it. */
export function keptDuty(kept: unknown): DutyInput | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { version, bands, posts, weekly, exceptions } = kept as Partial<DutyInput>;
  const isWhole = [bands, posts, weekly, exceptions].every(Array.isArray) && typeof version === 'number';
  return isWhole ? (kept as DutyInput) : null;
}

export type DutyFault = { readonly path: string; readonly why: 'missing' | 'time' | 'telephone' };

/** What would be sent, and everything in it that cannot be read. */
export function readDuty({ version: _begun, ...input }: DutyInput): {
  readonly roster: DutyRoster;
  readonly faults: readonly DutyFault[];
} {
  const faults: DutyFault[] = [];
  const read = (path: string, text: string, parse: (text: string) => string | null, why: DutyFault['why']) => {
    const value = text.trim() === '' ? null : parse(text);
    if (value === null) faults.push({ path, why: text.trim() === '' ? 'missing' : why });
    return value ?? text;
  };
  const asIs = (text: string) => text;
  const bands = input.bands.map((band, at) => ({
    ...band,
    name: read(`bands.${at}.name`, band.name, asIs, 'missing'),
    begins: read(`bands.${at}.begins`, band.begins, parseTime, 'time'),
    ends: read(`bands.${at}.ends`, band.ends, parseTime, 'time'),
  }));
  const posts = input.posts.map((post, at) => ({
    ...post,
    name: read(`posts.${at}.name`, post.name, asIs, 'missing'),
    telephone: read(`posts.${at}.telephone`, post.telephone, plainTelephone, 'telephone'),
  }));
  return { roster: { ...input, bands, posts }, faults };
}

function plainTelephone(text: string): string | null {
  const found = parseTelephone(text);
  return found && telephoneText(found);
}

export const mayAddBand = ({ bands }: DutyInput): boolean => bands.length < MOST_BANDS;
export const mayAddPost = ({ posts }: DutyInput): boolean => posts.length < MOST_POSTS;

/** Without a part of the day, and so without whoever was on duty in it. */
export const withoutBand = (input: DutyInput, id: string): DutyInput => ({
  ...input,
  bands: input.bands.filter(band => band.id !== id),
  weekly: input.weekly.filter(({ band }) => band !== id),
  exceptions: input.exceptions.filter(({ band }) => band !== id),
});

/** Without a post; wherever it was on duty nobody is, until somebody says who. */
export const withoutPost = (input: DutyInput, id: string): DutyInput => ({
  ...input,
  posts: input.posts.filter(post => post.id !== id),
  weekly: input.weekly.filter(({ post }) => post !== id),
  exceptions: input.exceptions.map(cell => (cell.post === id ? { ...cell, post: null } : cell)),
});

/** Another post, or nobody (empty), in a part of every such weekday. */
export function withWeekly(input: DutyInput, cell: { weekday: number; band: string; post: string }): DutyInput {
  const others = input.weekly.filter(({ weekday, band }) => weekday !== cell.weekday || band !== cell.band);
  return { ...input, weekly: cell.post === '' ? others : [...others, cell] };
}

/** With a week as every week. */
export function asEveryWeek(input: DutyInput, on: string): DutyInput {
  const days = weekOf(on);
  return { ...input, exceptions: input.exceptions.filter(exception => !days.includes(exception.on)) };
}
