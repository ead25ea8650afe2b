import { describe, expect, it } from 'vitest';
import { copyWeekBefore, type DutyRoster, dutyAhead, dutyRoster, postOn, weekOf, withPost } from './duty-roster.ts';

/** 2026-11-30 is a Monday. */
const roster: DutyRoster = {
  bands: [
    { id: 'night', name: '夜間', begins: '17:15', ends: '08:30' },
    { id: 'day', name: '日中', begins: '08:30', ends: '17:15' },
  ],
  posts: [
    { id: 'ward', name: '病棟の当直', telephone: '0450000201' },
    { id: 'desk', name: '退院支援', telephone: '0450000202 内線1234' },
  ],
  weekly: [
    { weekday: 1, band: 'day', post: 'desk' },
    { weekday: 1, band: 'night', post: 'ward' },
    { weekday: 0, band: 'night', post: 'ward' },
  ],
  exceptions: [],
};
const told = (time: string, on = '2026-11-30', of = roster) =>
  dutyAhead(of, { on, time }).map(
    shift => `${shift.on} ${shift.band} ${shift.post?.name ?? 'nobody'}${shift.isNow ? ' now' : ''}`,
  );

describe('who is on duty', () => {
  it('is asked for no more cells than a week has', () => {
    const cell = { weekday: 1, band: 'day', post: 'desk' };
    const read = dutyRoster.safeParse({ ...roster, weekly: Array.from({ length: 5_000 }, () => cell) });
    expect(read.error?.issues.map(({ path }) => path)).toContainEqual(['weekly']);
    expect(read.error?.issues.length).toBeLessThan(10);
  });

  it('is told until the end of tomorrow, gaps among it, also in the night that began yesterday', () => {
    expect(told('08:29')).toEqual([
      '2026-11-29 夜間 病棟の当直 now',
      '2026-11-30 日中 退院支援',
      '2026-11-30 夜間 病棟の当直',
      '2026-12-01 日中 nobody',
      '2026-12-01 夜間 nobody',
    ]);
    expect(told('08:30')[0]).toBe('2026-11-30 日中 退院支援 now');
    expect(told('23:59')[0]).toBe('2026-11-30 夜間 病棟の当直 now');
    // A band of 24 hours is over when the next one begins.
    const whole = { ...roster, bands: [{ id: 'day', name: '一日', begins: '08:30', ends: '08:30' }] };
    expect(told('08:30', '2026-12-01', whole)[0]).toBe('2026-12-01 一日 nobody now');
    expect(told('08:29', '2026-12-01', whole)[0]).toBe('2026-11-30 一日 退院支援 now');
  });

  it('is another one on a single day, or nobody, and what is as every week is no exception', () => {
    const monday = { on: '2026-11-30', band: 'day' };
    const other = withPost(roster, { ...monday, post: 'ward' });
    expect(postOn(other, '2026-11-30', 'day')?.id).toBe('ward');
    expect(postOn(other, '2026-12-07', 'day')?.id).toBe('desk');
    const nobody = withPost(other, { ...monday, post: null });
    expect([postOn(nobody, '2026-11-30', 'day'), nobody.exceptions.length]).toEqual([null, 1]);
    expect(withPost(nobody, { ...monday, post: 'desk' })).toEqual(roster);
    expect(withPost(roster, { on: '2026-12-01', band: 'day', post: null })).toEqual(roster);
  });

  it('of a week is copied from the week before, from Monday to Sunday', () => {
    expect(weekOf('2026-12-06')).toEqual(weekOf('2026-11-30'));
    expect([weekOf('2026-12-06')[0], weekOf('2026-12-06')[6]]).toEqual(['2026-11-30', '2026-12-06']);
    const before = withPost(roster, { on: '2026-11-30', band: 'day', post: 'ward' });
    const copied = copyWeekBefore(before, '2026-12-09');
    expect(postOn(copied, '2026-12-07', 'day')?.id).toBe('ward');
    expect(copied.exceptions).toHaveLength(2);
    // Copied again it is the same; a week that was as every week takes the exception back.
    expect(copyWeekBefore(copied, '2026-12-09')).toEqual(copied);
    expect(copyWeekBefore(withPost(roster, { on: '2026-12-08', band: 'day', post: 'desk' }), '2026-12-09')).toEqual(
      roster,
    );
  });

  it('is refused with everything that does not go together', () => {
    const wrong = {
      bands: [...roster.bands, { id: 'night', name: '準夜', begins: '8:00', ends: '09:00' }],
      posts: [{ id: 'ward', name: '', telephone: '4567' }],
      weekly: [{ weekday: 7, band: 'day', post: 'ward' }],
      exceptions: [],
    };
    const pathsOf = (value: unknown) => dutyRoster.safeParse(value).error?.issues.map(({ path }) => path.join('.'));
    expect(pathsOf(wrong)).toEqual([
      'bands.2.begins',
      'posts.0.name',
      'posts.0.telephone',
      'weekly.0.weekday',
      'bands.2.id',
    ]);
    expect(
      pathsOf({
        ...roster,
        bands: [...roster.bands, { id: 'night', name: '準夜', begins: '08:00', ends: '09:00' }],
        posts: [...roster.posts, ...roster.posts.slice(0, 1)],
        weekly: [...roster.weekly, ...roster.weekly.slice(0, 1), { weekday: 2, band: 'evening', post: 'nobody' }],
        exceptions: [{ on: '2026-11-30', band: 'day', post: 'nobody' }],
      }),
    ).toEqual([
      ...['bands.2.id', 'posts.2.id', 'bands.2.begins', 'weekly.4.band', 'weekly.4.post', 'exceptions.0.post'],
      'weekly.3.band',
    ]);
    expect(pathsOf(roster)).toBeUndefined();
    const always = { ...roster, bands: [{ id: 'all', name: '一日', begins: '09:00', ends: '09:00' }, ...roster.bands] };
    expect(pathsOf(always)).toEqual(['bands.1.begins', 'bands.2.begins']);
  });
});
