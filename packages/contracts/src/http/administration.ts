import { day, instant, memberRoleIds, membershipFlags, organisationKinds } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { line } from './line.ts';
import { logPlace } from './log-place.ts';
import { opaqueId } from './opaque-id.ts';

const token = z.string().min(20).max(100);
/** For the fragment of a link, shown once; null to whoever asks again with the same key. */
const slip = z.strictObject({ token: z.string(), expiresAt: instant }).nullable();
const organisation = z.strictObject({ id: z.string(), kind: z.string(), name: z.string() });
const role = z.enum(memberRoleIds);
/**
 * `leads`: it can lead cases, and so be sent referrals. `gives`: roles which whoever asks may give somebody there; empty where they bring in nobody. `roles`: those of such an
 * organisation that see cases.
 */
const listedOrganisation = z.strictObject({
  ...organisation.shape,
  leads: z.boolean(),
  gives: z.array(z.string()),
  roles: z.array(role),
});
/** true: nothing took effect yet; the id is that of the proposal, which a second person is to confirm. */
const proposed = z.boolean();
const name = line(100);
export const identifier = line(200).min(3);
/** 13 characters or more (安全管理ガイドライン 6.0 Q&A シQ-54); any characters, no forced mixture. */
export const password = z.string().min(13).max(500);
const kind = z.enum(organisationKinds);
const flags = z.array(z.enum(membershipFlags)).superRefine((given, { addIssue }) => {
  for (const [at, flag] of given.entries())
    if (given.indexOf(flag) < at)
      addIssue({ code: 'custom', path: [at], message: '同じものが二度あります。 / Named twice.' });
});
const person = z.strictObject({
  id: z.string(),
  identifier: z.string(),
  displayName: z.string(),
  disabled: z.boolean(),
  /** false: the slip that was given is not used yet, or its time is over. */
  hasPassword: z.boolean(),
});

const membership = z.strictObject({
  id: z.string(),
  org: z.string(),
  role: z.string(),
  flags: z.array(z.string()),
  from: day,
  /** Last day; null: open. */
  until: day.nullable(),
});
export type PersonMembership = z.infer<typeof membership>;

const signInEntry = z.strictObject({
  at: instant,
  /** `role`: null where a password did not fit. */
  by: z.strictObject({ name: z.string().nullable(), role: z.string().nullable() }),
  action: z.enum(['signIn', 'signOut']),
  /** `membership`: somebody who was signed in began to act for this organisation. */
  what: z.enum(['session', 'membership']),
  /** `ok`, or the code of the refusal. */
  outcome: z.string(),
});
export type SignInEntry = z.infer<typeof signInEntry>;

export const administrationEndpoints = {
  organisations: endpoint({
    method: 'GET',
    path: '/organisations',
    summary: 'Organisations of the network, 500 at a time, and the roles that I may give somebody there',
    query: z.strictObject({
      /** Any part of name, kana or code. */
      text: line(100).optional(),
      after: opaqueId.optional(),
    }),
    /** `next`: what to send as `after`; null with the last ones. */
    answer: z.strictObject({ organisations: z.array(listedOrganisation), next: z.string().nullable() }),
    status: 200,
  }),
  addOrganisation: endpoint({
    method: 'POST',
    path: '/admin/organisations',
    summary: 'Add an organisation',
    body: z.strictObject({ kind, name }),
    answer: z.strictObject({ ...organisation.shape, proposed }),
    status: 201,
    key: 'required',
  }),
  people: endpoint({
    method: 'GET',
    path: '/admin/people',
    summary: 'People of my organisation',
    answer: z.strictObject({
      people: z.array(
        z.strictObject({
          ...person.shape,
          memberships: z.array(membership),
        }),
      ),
    }),
    status: 200,
  }),
  addPerson: endpoint({
    method: 'POST',
    path: '/admin/people',
    summary: 'Add a person with one membership, and get the one-time slip with which they choose their password',
    body: z.strictObject({
      identifier,
      displayName: name,
      org: opaqueId,
      role,
      flags,
    }),
    answer: z.strictObject({ ...person.shape, slip, proposed }),
    status: 201,
    key: 'required',
  }),
  changeMembership: endpoint({
    method: 'PUT',
    path: '/memberships/:id',
    summary: 'Change role, flags or period of a membership of my organisation, or end it now; open sessions follow',
    params: z.strictObject({ id: opaqueId }),
    body: z
      .strictObject({
        role: role.optional(),
        flags: flags.optional(),
        from: day.optional(),
        until: day.nullable().optional(),
        /** Ends it now, whatever its last day was. */
        end: z.literal(true).optional(),
      })
      .refine(({ end, until }) => end === undefined || until === undefined, {
        path: ['until'],
        message: '終わらせるか、最後の日を決めるか、どちらか一つにしてください。 / Either end or until.',
      }),
    answer: z.strictObject({ ...membership.shape, proposed }),
    status: 200,
    key: 'required',
  }),
  disablePerson: endpoint({
    method: 'PUT',
    path: '/admin/people/:id/disabled',
    summary:
      'Disable or enable a person; every session ends. Enabling whoever sees across the network or founds takes two',
    params: z.strictObject({ id: opaqueId }),
    body: z.strictObject({ disabled: z.boolean() }),
    answer: z.strictObject({ ...person.shape, proposed }),
    status: 200,
    key: 'required',
  }),
  signIns: endpoint({
    method: 'GET',
    path: '/admin/sign-ins',
    summary: 'Who signed in and out of my organisation, and for whom a password did not fit, newest first',
    query: z.strictObject({
      before: logPlace.optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
    answer: z.strictObject({ entries: z.array(signInEntry), next: z.string().nullable() }),
    status: 200,
  }),
  givePasswordSlip: endpoint({
    method: 'POST',
    path: '/admin/people/:id/password-slip',
    summary: 'Take a person’s password away and get a one-time slip to choose a new one (seven days); sessions end',
    params: z.strictObject({ id: opaqueId }),
    answer: z.strictObject({ slip }),
    status: 201,
    key: 'required',
  }),
  readPasswordSlip: endpoint({
    method: 'POST',
    path: '/password/slip',
    summary: 'Whose slip this is; used, expired and unknown ones are told apart by nobody',
    body: z.strictObject({ token }),
    answer: z.strictObject({ identifier: z.string(), displayName: z.string(), expiresAt: instant }),
    status: 200,
    open: true,
  }),
  choosePassword: endpoint({
    method: 'POST',
    path: '/password',
    summary: 'Choose the own password with a slip, which is used up by it',
    body: z.strictObject({ token, password }),
    answer: z.strictObject({ identifier: z.string() }),
    status: 200,
    open: true,
  }),
  readSetupLink: endpoint({
    method: 'POST',
    path: '/setup/link',
    summary: 'Whether a set-up link can be used: `done` once somebody is there, `void` where it is too old or unknown',
    body: z.strictObject({ token }),
    answer: z.strictObject({ state: z.enum(['open', 'done', 'void']) }),
    status: 200,
    open: true,
  }),
  setUp: endpoint({
    method: 'POST',
    path: '/setup',
    summary: 'First organisation and administrator, by the one-time link',
    body: z.strictObject({
      token,
      organisation: z.strictObject({ kind, name }),
      person: z.strictObject({ identifier, displayName: name, password }),
    }),
    answer: z.strictObject({ organisation, person }),
    status: 201,
    open: true,
  }),
};
