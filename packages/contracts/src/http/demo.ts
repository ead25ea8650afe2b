import { addDays, type Day, day } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { Issue } from '../problem.ts';
import { endpoint } from './endpoint.ts';
import { wall } from './screens.ts';
import { me } from './session.ts';

/** Somebody of the invented world whom one can be by a click, and what to try first as them. */
const demoRole = z.strictObject({
  id: z.string(),
  identifier: z.string(),
  name: z.string(),
  org: z.string(),
  role: z.string(),
  first: z.string(),
});
export type DemoRole = z.infer<typeof demoRole>;

const happening = z.strictObject({
  no: z.string(),
  child: z.string(),
  who: z.strictObject({ name: z.string(), org: z.string(), role: z.string() }),
  what: z.string(),
});
export type DemoHappening = z.infer<typeof happening>;

const story = z.strictObject({
  done: z.int(),
  all: z.int(),
  /** null: the story is over. */
  next: happening.nullable(),
  /** Children whose part ends early, since somebody took their case another way. */
  stopped: z.array(z.strictObject({ no: z.string(), child: z.string(), why: z.string() })),
});
export type DemoStory = z.infer<typeof story>;

/** A day that goes otherwise than planned: a typhoon, long holidays, a station that closes. */
const demoDay = z.strictObject({ id: z.string(), title: z.string(), about: z.string() });

const dayStep = z.strictObject({
  done: z.int(),
  all: z.int(),
  today: z.iso.date(),
  /** null: the day is over, or nothing that is left can happen. */
  step: z
    .strictObject({
      what: z.string(),
      /** What to look at then. */
      look: z.string(),
      happened: z.array(happening),
      /** What was tried first and refused, with every reason. */
      refused: z.strictObject({ ...happening.shape, why: z.array(z.string()) }).nullable(),
    })
    .nullable(),
  leftOut: story.shape.stopped,
});
export type DemoDayStep = z.infer<typeof dayStep>;

/** Further than any deadline of the stories. */
const MOST_DAYS_AHEAD = 400;

const demoStart = z.strictObject({
  roles: z.array(demoRole),
  story,
  seededOn: z.iso.date(),
  today: z.iso.date(),
  /** Days by which the clock was pushed; null: it cannot be. */
  aheadDays: z.int().nullable(),
  /** Days that can be played through; none where the clock cannot be pushed. */
  days: z.array(demoDay),
});
export type DemoStart = z.infer<typeof demoStart>;

const pushed = z.object({ to: day });

/** Never back, and not out of sight. */
function pushIssues(body: unknown, today: Day): Issue[] {
  const { data } = pushed.safeParse(body);
  if (!data) return [];
  if (data.to <= today) return [{ path: 'to', message: '今日より後の日にしてください / choose a day after today' }];
  if (data.to <= addDays(today, MOST_DAYS_AHEAD)) return [];
  const message = `${MOST_DAYS_AHEAD}日より先には進められません / at most ${MOST_DAYS_AHEAD} days ahead`;
  return [{ path: 'to', message }];
}

/** The start page of the invented world. Elsewhere than in a demo none of these routes exists. */
export const demoEndpoints = {
  start: endpoint({
    method: 'GET',
    path: '/demo',
    summary: 'Demo only: whom one can be, and how far the told story has come',
    answer: demoStart,
    status: 200,
    open: true,
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/demo/session',
    summary: 'Demo only: sign in as somebody of the invented world, without a password',
    body: z.strictObject({ identifier: z.string().max(200) }),
    answer: me,
    status: 200,
    open: true,
  }),
  wall: endpoint({
    method: 'POST',
    path: '/demo/wall',
    summary: 'Demo only: become the wall display of the invented world',
    answer: wall,
    status: 200,
    open: true,
  }),
  next: endpoint({
    method: 'POST',
    path: '/demo/next',
    summary: 'Demo only: what happens next in the told story, sent by whoever does it there',
    answer: z.strictObject({
      /** null: nothing is left, or nothing that is left can happen. */
      happened: happening.nullable(),
      story,
    }),
    status: 200,
    key: 'required',
    open: true,
  }),
  push: endpoint({
    method: 'POST',
    path: '/demo/clock',
    summary: 'Demo only: pushes the clock of the whole program to a later day; only beginning anew sets it back',
    body: z.strictObject({ to: day }),
    answer: z.strictObject({ today: z.iso.date() }),
    status: 200,
    key: 'required',
    open: true,
    dated: (body, today) => pushIssues(body, today),
  }),
  day: endpoint({
    method: 'POST',
    path: '/demo/day',
    summary: 'Demo only: plays the next step of a scripted day, its clock and what everybody does on it',
    body: z.strictObject({ day: z.string().max(40) }),
    answer: dayStep,
    status: 200,
    key: 'required',
    open: true,
  }),
  reset: endpoint({
    method: 'POST',
    path: '/demo/reset',
    summary: 'Demo only: begins the invented world anew and ends every session',
    answer: z.strictObject({ seededOn: z.iso.date() }),
    status: 200,
    key: 'required',
    open: true,
  }),
};
