import { instant, wallLevels } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { line } from './line.ts';
import { opaqueId } from './opaque-id.ts';

const words = z.strictObject({ ja: z.string(), en: z.string() });
const level = z.enum(wallLevels);
/** Six to eight digits: with five tries in a quarter of an hour, six take years to guess. */
const pin = z.string().regex(/^\d{6,8}$/, '数字6けたから8けたにしてください。 / Six to eight digits.');

const settings = {
  name: line(100),
  level,
  /** Darker from 19:00 to 7:00. */
  nightDimming: z.boolean(),
  reducedMotion: z.boolean(),
};

const screen = z.strictObject({
  id: z.string(),
  ...settings,
  /** Whether whoever stands before it can unlock names. */
  hasPin: z.boolean(),
  /** `waiting`: its link was not opened yet; `void`: the link's time is over; `open`: a device shows it. */
  state: z.enum(['waiting', 'void', 'open', 'revoked']),
  madeAt: instant,
  lastContactAt: instant.nullable(),
});
export type Screen = z.infer<typeof screen>;

/** For the fragment of an address, shown once; null to whoever asks again with the same key. */
const link = z.strictObject({ token: z.string(), expiresAt: instant }).nullable();

/** What a wall display is told of itself before its board comes over the socket. */
export const wall = z.strictObject({
  screen: z.strictObject({ id: z.string(), ...settings, hasPin: z.boolean() }),
  org: z.strictObject({ id: z.string(), name: z.string() }),
  /** Until when names are shown; null: not unlocked. */
  sightUntil: instant.nullable(),
  /** Names of the organisations that lead the cases on its board. */
  orgs: z.record(z.string(), z.string()),
  columns: z.array(z.strictObject({ id: z.string(), label: words, phase: z.string() })),
  at: instant,
  demo: z.boolean(),
  /** Of the invented world's own display, told to whoever opens it; null: known to those who keep it. */
  pin: z.string().nullable(),
});
export type Wall = z.infer<typeof wall>;

const params = z.strictObject({ id: opaqueId });

/** Wall displays of an organisation: kept by its administrators, each a device that signs in by a one-time link. */
export const screenEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/admin/screens',
    summary: 'Wall displays of my organisation',
    answer: z.strictObject({ screens: z.array(screen) }),
    status: 200,
  }),
  make: endpoint({
    method: 'POST',
    path: '/admin/screens',
    summary: 'Add a wall display, and get the one-time link with which a device becomes it (seven days)',
    body: z.strictObject({ ...settings, pin: pin.nullable() }),
    answer: z.strictObject({ screen, link }),
    status: 201,
    key: 'required',
  }),
  change: endpoint({
    method: 'PUT',
    path: '/admin/screens/:id',
    summary: 'Change what a wall display shows, or its PIN (null: names cannot be unlocked); an open wall follows',
    params,
    body: z.strictObject({ ...settings, pin: pin.nullable().optional() }).partial(),
    answer: screen,
    status: 200,
    key: 'required',
  }),
  link: endpoint({
    method: 'POST',
    path: '/admin/screens/:id/link',
    summary: 'A new one-time link for a wall display; the device that shows it now ends',
    params,
    answer: z.strictObject({ screen, link }),
    status: 201,
    key: 'required',
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/admin/screens/:id',
    summary: 'End a wall display for good; an open one is cut within two seconds',
    params,
    answer: screen,
    status: 200,
  }),
};

/** What a device asks that is a wall display; it sends the cookie of a screen, never that of a person. */
export const wallEndpoints = {
  enter: endpoint({
    method: 'POST',
    path: '/wall/session',
    summary: 'Become a wall display with a one-time link, which is used up by it',
    body: z.strictObject({ token: z.string().min(20).max(100) }),
    answer: wall,
    status: 200,
    open: true,
  }),
  read: endpoint({
    method: 'GET',
    path: '/wall',
    summary: 'Which wall display this device is',
    answer: wall,
    status: 200,
    device: true,
  }),
  unlock: endpoint({
    method: 'POST',
    path: '/wall/sight',
    summary: 'Show names for two minutes, with the PIN of the wall display',
    body: z.strictObject({ pin: z.string().max(20) }),
    answer: z.strictObject({ until: instant }),
    status: 200,
    device: true,
  }),
  lock: endpoint({
    method: 'DELETE',
    path: '/wall/sight',
    summary: 'Hide the names again',
    answer: z.null(),
    status: 204,
    device: true,
  }),
};
