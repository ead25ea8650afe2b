import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';
import { settings } from './settings.ts';

const membership = z.strictObject({
  id: z.string(),
  org: z.strictObject({ id: z.string(), kind: z.string(), name: z.string() }),
  role: z.string(),
  flags: z.array(z.string()),
});

/** Who am I, what may I: `events` are the case events this membership may send, by relation to the case. */
export const me = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string() }),
  membership,
  /** Those that hold today: one can act in each of them. */
  memberships: z.array(membership),
  language: z.enum(['ja', 'en']),
  settings,
  /** Colleagues are shown which board and case one has open. */
  showsPresence: z.boolean(),
  abilities: z.strictObject({
    events: z.record(z.string(), z.array(z.string())),
    register: z.boolean(),
    /** Sends referrals to organisations that can lead. */
    refer: z.boolean(),
    /** May be told that two cases are perhaps one child. */
    merges: z.boolean(),
    import: z.boolean(),
    /** Reads public lists of facilities in. */
    importFacilities: z.boolean(),
    /** Reads the facilities of those lists. */
    resources: z.boolean(),
    administer: z.boolean(),
    /** Adds organisations to the network. */
    found: z.boolean(),
    board: z.boolean(),
    /** Reads handoffs of some case. */
    handoffs: z.boolean(),
    /** Reads who signed in and out of the organisation. */
    signIns: z.boolean(),
    /** Is told how many cases the network has. */
    counts: z.boolean(),
    /** Is told what the own organisation, which leads cases, counts of itself. */
    houseCounts: z.boolean(),
    /** Reads what proves the pathway. */
    proof: z.boolean(),
    /** A guardian: has a page of its own child, and no other. */
    family: z.boolean(),
  }),
  /** The session ends after so many milliseconds without a request of this person. */
  idleMs: z.int(),
  demo: z.boolean(),
});
export type Me = z.infer<typeof me>;

const signIn = z.strictObject({
  identifier: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(1000),
  /** Of a second factor; refused as long as there is none. */
  code: z.string().max(20).optional(),
});

export const sessionEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    summary: 'Sign in',
    body: signIn,
    answer: me,
    status: 200,
    open: true,
  }),
  place: endpoint({
    method: 'GET',
    path: '/place',
    summary: 'What is known of this place before anybody signs in',
    answer: z.strictObject({
      /** The invented world: a banner on every screen. */
      demo: z.boolean(),
      /** Whether it has its start page, `/demo`. */
      demoStart: z.boolean(),
      /** In the demo, the day to which its clock was pushed; else null. */
      pushedTo: z.iso.date().nullable(),
    }),
    status: 200,
    open: true,
  }),
  session: endpoint({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in here; null for nobody, where GET /me refuses',
    answer: me.nullable(),
    status: 200,
    open: true,
  }),
  signOut: endpoint({ method: 'DELETE', path: '/session', summary: 'Sign out', answer: z.null(), status: 204 }),
  me: endpoint({ method: 'GET', path: '/me', summary: 'Who am I, what may I', answer: me, status: 200 }),
  actFor: endpoint({
    method: 'PUT',
    path: '/me/membership',
    summary: 'Act for another organisation',
    body: z.strictObject({ membership: opaqueId }),
    answer: me,
    status: 200,
  }),
  language: endpoint({
    method: 'PUT',
    path: '/me/language',
    summary: 'Language of the interface',
    body: z.strictObject({ language: z.enum(['ja', 'en']) }),
    answer: me,
    status: 200,
  }),
  presence: endpoint({
    method: 'PUT',
    path: '/me/presence',
    summary: 'Whether colleagues are shown which board and case one has open',
    body: z.strictObject({ shown: z.boolean() }),
    answer: me,
    status: 200,
  }),
};
