import { expect, it } from 'vitest';
import { asEveryWeek, emptyDuty, keptDuty, readDuty, withoutBand, withoutPost, withWeekly } from './duty-input.ts';

let ids = 0;
const newId = () => `id${ids++}`;
const first = () => emptyDuty({ day: '日中', night: '夜間' }, newId);

it('a roster is read as people write times and telephones; all that cannot be read is named', () => {
  const input = first();
  const written = {
    ...input,
    bands: input.bands.map(band => ({ ...band, begins: band.name === '日中' ? '8時半' : '午後5時15分' })),
    posts: [{ id: 'p', name: '当直', telephone: '045(000)0201 内線2210' }],
  };
  const { roster, faults } = readDuty(written);
  expect(faults).toEqual([]);
  expect(roster.bands.map(({ begins, ends }) => [begins, ends])).toEqual([
    ['08:30', '17:15'],
    ['17:15', '08:30'],
  ]);
  expect(roster.posts[0]?.telephone).toBe('0450000201 内線2210');
  expect('version' in roster).toBe(false);
  const broken = { ...written, bands: [{ id: 'b', name: ' ', begins: '25時', ends: '' }], posts: input.posts };
  expect(readDuty(broken).faults.map(({ path, why }) => `${path} ${why}`)).toEqual([
    ...['bands.0.name missing', 'bands.0.begins time', 'bands.0.ends missing'],
    ...['posts.0.name missing', 'posts.0.telephone missing'],
  ]);
});

it('what goes takes along what it was on duty in', () => {
  const input = first();
  const [day = { id: '' }, night = { id: '' }] = input.bands;
  const [post = { id: '' }] = input.posts;
  const filled = [
    { weekday: 1, band: day.id, post: post.id },
    { weekday: 1, band: night.id, post: post.id },
  ].reduce(withWeekly, { ...input, exceptions: [{ on: '2026-11-30', band: night.id, post: post.id }] });
  expect(withoutBand(filled, night.id)).toMatchObject({ weekly: [{ band: day.id }], exceptions: [] });
  expect(withoutPost(filled, post.id)).toMatchObject({ posts: [], weekly: [], exceptions: [{ post: null }] });
  expect(withWeekly(filled, { weekday: 1, band: day.id, post: '' }).weekly).toHaveLength(1);
  expect(asEveryWeek(filled, '2026-12-05').exceptions).toEqual([]);
  expect(asEveryWeek(filled, '2026-12-07').exceptions).toHaveLength(1);
});

it('a draft is taken only where it is one', () => {
  expect(keptDuty(JSON.parse(JSON.stringify(first())))).not.toBeNull();
  expect([keptDuty(null), keptDuty({ version: 1, bands: [] }), keptDuty('x')]).toEqual([null, null, null]);
});
