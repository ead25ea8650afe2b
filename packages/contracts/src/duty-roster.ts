import { addDays, type Day, day, type Words } from '@kaerimichi/discharge';
import { weekdayOf } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { line } from './http/line.ts';

/** Day, evening, night, and one more: beyond these nobody reads a week. */
export const MOST_BANDS = 4;
export const MOST_POSTS = 20;
/** A year of days that are otherwise, in every band. */
const MOST_EXCEPTIONS = 366 * MOST_BANDS;

const partId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '時刻は 17:15 の形です。 / A time as 17:15.');
/** In plain digits, as `telephoneText` of the console keeps it. */
const telephone = z
  .string()
  .regex(/^(0\d{9,10}|\+\d{10,13})( 内線\d{1,6})?$/, '電話番号として読めません。 / This is no telephone number.');

/** A part of the day in which somebody is on duty; one that ends at or before its beginning ends on the next day. */
const dutyBand = z.strictObject({ id: partId, name: line(20), begins: timeOfDay, ends: timeOfDay });
export type DutyBand = z.infer<typeof dutyBand>;

/** A telephone of the house by what it is for: whoever holds it is on duty. */
const dutyPost = z.strictObject({ id: partId, name: line(40), telephone });
export type DutyPost = z.infer<typeof dutyPost>;

/** Its shape; whether its parts go together is asked of whoever may keep one (`rosterFaults`). */
export const rosterShape = z.strictObject({
  bands: z.array(dutyBand).min(1).max(MOST_BANDS),
  posts: z.array(dutyPost).max(MOST_POSTS),
  /** Every week, by the day on which a band begins: 0 is Sunday. */
  weekly: z.array(z.strictObject({ weekday: z.int().min(0).max(6), band: partId, post: partId })).max(7 * MOST_BANDS),
  /** Single days that are otherwise; null: nobody. */
  exceptions: z.array(z.strictObject({ on: day, band: partId, post: partId.nullable() })).max(MOST_EXCEPTIONS),
});
type Content = z.infer<typeof rosterShape>;

/** 当直表: who is on duty in an organisation, every week and on single days. */
export const dutyRoster = rosterShape.superRefine((roster, context) => {
  for (const { path, message } of rosterFaults(roster))
    context.addIssue({ code: 'custom', path: [...path], message: `${message.ja} / ${message.en}` });
});
export type DutyRoster = Content;

type Fault = { readonly path: readonly (string | number)[]; readonly message: Words };

const twice: Words = { ja: '同じものが二つあります。', en: 'This stands there twice.' };
const unknownBand: Words = { ja: 'この時間帯はありません。', en: 'There is no such part of the day.' };
const unknownPost: Words = { ja: 'この連絡先はありません。', en: 'There is no such post.' };
const overlaps: Words = { ja: 'ほかの時間帯と重なっています。', en: 'It overlaps another part of the day.' };

/** Everything that does not go together, each at its place. */
export function rosterFaults({ bands, posts, weekly, exceptions }: Content): Fault[] {
  const faults: Fault[] = [];
  const check = (isWrong: boolean, path: Fault['path'], message: Words) => {
    if (isWrong) faults.push({ path, message });
  };
  const twiceIn = (names: readonly string[], place: string, field: string) => {
    for (const [at, name] of names.entries()) check(names.indexOf(name) < at, [place, at, field], twice);
  };
  twiceIn(idsOf(bands), 'bands', 'id');
  twiceIn(idsOf(posts), 'posts', 'id');
  for (const [at, band] of bands.entries())
    check(
      bands.slice(0, at).some(other => overlap(other, band)),
      ['bands', at, 'begins'],
      overlaps,
    );
  const cells = { weekly, exceptions } as const;
  for (const place of ['weekly', 'exceptions'] as const)
    for (const [at, { band, post }] of cells[place].entries()) {
      check(!idsOf(bands).includes(band), [place, at, 'band'], unknownBand);
      check(post !== null && !idsOf(posts).includes(post), [place, at, 'post'], unknownPost);
    }
  twiceIn(
    weekly.map(({ weekday, band }) => `${weekday} ${band}`),
    'weekly',
    'band',
  );
  twiceIn(
    exceptions.map(({ on, band }) => `${on} ${band}`),
    'exceptions',
    'band',
  );
  return faults;
}

const idsOf = (parts: readonly { readonly id: string }[]) => parts.map(({ id }) => id);

const DAY_MINUTES = 24 * 60;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes of the day from which and up to which; beyond midnight more than a day has. */
const spanOf = ({ begins, ends }: DutyBand): readonly [number, number] => {
  const [from, to] = [minutesOf(begins), minutesOf(ends)];
  return [from, to > from ? to : to + DAY_MINUTES];
};

function overlap(one: DutyBand, other: DutyBand): boolean {
  const [from, to] = spanOf(one);
  return [-DAY_MINUTES, 0, DAY_MINUTES].some(shift => {
    const [begins, ends] = spanOf(other);
    return begins + shift < to && from < ends + shift;
  });
}

/** Who is on duty in a band of a day; null: nobody, which is a gap. */
export function postOn({ posts, weekly, exceptions }: DutyRoster, on: Day, band: string): DutyPost | null {
  const otherwise = exceptions.find(one => one.on === on && one.band === band);
  const every = weekly.find(one => one.weekday === weekdayOf(on) && one.band === band);
  const id = otherwise ? otherwise.post : every?.post;
  return posts.find(post => post.id === id) ?? null;
}

/** One band of one day; `isNow`: it has begun and is not over. */
export const dutyShift = z.strictObject({
  on: z.string(),
  band: z.string(),
  begins: z.string(),
  ends: z.string(),
  isNow: z.boolean(),
  post: z.strictObject({ name: z.string(), telephone: z.string() }).nullable(),
});
export type DutyShift = z.infer<typeof dutyShift>;

/** Who is on duty from now until the end of tomorrow, also in a night that began yesterday; gaps among them. */
export function dutyAhead(roster: DutyRoster, now: { readonly on: Day; readonly time: string }): DutyShift[] {
  const at = minutesOf(now.time);
  const bands = roster.bands.toSorted((a, b) => (a.begins < b.begins ? -1 : 1));
  return [-1, 0, 1].flatMap(shift =>
    bands.flatMap(band => {
      const [from, to] = spanOf(band).map(minutes => minutes + shift * DAY_MINUTES) as [number, number];
      if (to <= at) return [];
      const on = addDays(now.on, shift);
      const post = postOn(roster, on, band.id);
      const { name, begins, ends } = band;
      const isNow = from <= at;
      return [{ on, band: name, begins, ends, isNow, post: post && { name: post.name, telephone: post.telephone } }];
    }),
  );
}

/** The week of a day, from its Monday. */
export function weekOf(on: Day): Day[] {
  const monday = addDays(on, -((weekdayOf(on) + 6) % 7));
  return [0, 1, 2, 3, 4, 5, 6].map(days => addDays(monday, days));
}

/** A week as it was a week before: only what differs from every week is kept for its days. */
export function copyWeekBefore(roster: DutyRoster, on: Day): DutyRoster {
  const cells = weekOf(on).flatMap(dayOfWeek =>
    roster.bands.map(({ id }) => ({ on: dayOfWeek, band: id, post: postOn(roster, addDays(dayOfWeek, -7), id) })),
  );
  return cells.reduce(
    (next, { on: dayOfWeek, band, post }) => withPost(next, { on: dayOfWeek, band, post: post?.id ?? null }),
    roster,
  );
}

/** With somebody else, or nobody (null), in one band of one day; what is as every week is no exception. */
export function withPost(roster: DutyRoster, cell: DutyRoster['exceptions'][number]): DutyRoster {
  const others = roster.exceptions.filter(({ on, band }) => on !== cell.on || band !== cell.band);
  const every = { ...roster, exceptions: others };
  const isAsEveryWeek = (postOn(every, cell.on, cell.band)?.id ?? null) === cell.post;
  return isAsEveryWeek ? every : { ...every, exceptions: [...others, cell] };
}
