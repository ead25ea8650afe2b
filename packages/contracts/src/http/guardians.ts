import { caregiverRelation, day, grantable, instant } from '@kaerimichi/discharge';
import { z } from 'zod';
import { identifier, password } from './administration.ts';
import { endpoint } from './endpoint.ts';
import { line } from './line.ts';
import { opaqueId } from './opaque-id.ts';
import { me } from './session.ts';

const caseId = z.strictObject({ id: opaqueId });
const oneGuardian = z.strictObject({ id: opaqueId, guardian: opaqueId });

/** `locked`: too many wrong birth dates, or names that are taken. `ahead`: its first day has not come. `ended`: its last day is past. */
const guardianState = z.enum(['ahead', 'invited', 'expired', 'locked', 'joined', 'ended', 'withdrawn']);

const guardian = z.strictObject({
  id: z.string(),
  relation: caregiverRelation,
  categories: z.array(grantable),
  /** Holds parental authority: may withdraw a consent. */
  decides: z.boolean(),
  from: day,
  /** Last day; null: open. */
  until: day.nullable(),
  state: guardianState,
  invitedAt: instant,
  /** Until when the code on paper can be used. */
  codeUntil: instant,
  joinedAt: instant.nullable(),
  /** As whoever came calls themselves; null: nobody came yet. */
  name: z.string().nullable(),
  /** How it stands with a new code for whoever came before; null: none was given, or it was used. */
  renewal: z.enum(['waiting', 'expired', 'locked']).nullable(),
});
export type GuardianRow = z.infer<typeof guardian>;

/** What stands on the slip; null to whoever asks again with the same key: it is shown once. */
const slip = z.strictObject({ code: z.string(), codeUntil: instant }).nullable();

const rights = {
  categories: z.array(grantable).min(1).max(grantable.options.length),
  decides: z.boolean(),
};

const invitation = z
  .strictObject({
    relation: caregiverRelation,
    ...rights,
    from: day.optional(),
    until: day.optional(),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    message: '始まりより前の日です。 / Before the first day.',
  });

/** As it is typed: capitals or not, any width, with or without hyphens. */
const code = z.string().trim().min(1).max(40);
const key = { code, bornOn: day };

export const guardianEndpoints = {
  guardians: endpoint({
    method: 'GET',
    path: '/cases/:id/guardians',
    summary: 'Guardians of a child and what each was invited to, for those of the lead who see the family’s situation',
    params: caseId,
    answer: z.strictObject({
      guardians: z.array(guardian),
      /** Whether the viewer may invite and withdraw. */
      mayInvite: z.boolean(),
      /** Why nobody can be invited now, a sentence: without a birth date a code opens nothing, or the case is closed. */
      whyNot: z.string().nullable(),
    }),
    status: 200,
  }),
  invite: endpoint({
    method: 'POST',
    path: '/cases/:id/guardians',
    summary: 'Invite a guardian of a child; what to write on the slip is answered once',
    params: caseId,
    body: invitation,
    answer: z.strictObject({ id: z.string(), slip }),
    status: 201,
    key: 'required',
  }),
  renew: endpoint({
    method: 'POST',
    path: '/cases/:id/guardians/:guardian/code',
    summary:
      'A new code for the same guardian, with which whoever came before chooses a new password; answered once, the earlier code is worthless',
    params: oneGuardian,
    answer: z.strictObject({ slip }),
    status: 201,
    key: 'required',
  }),
  change: endpoint({
    method: 'PUT',
    path: '/cases/:id/guardians/:guardian',
    summary: 'What a guardian sees and decides, and how long, from now on; open pages follow',
    params: oneGuardian,
    body: z.strictObject({ ...rights, until: day.nullable() }),
    answer: z.null(),
    status: 204,
  }),
  withdraw: endpoint({
    method: 'DELETE',
    path: '/cases/:id/guardians/:guardian',
    summary: 'End what a guardian was invited to, now; open sessions end with it',
    params: oneGuardian,
    answer: z.null(),
    status: 204,
  }),
  openInvitation: endpoint({
    method: 'POST',
    path: '/join/invitation',
    summary:
      'Whether a code and the child’s birth date fit; wrong, used, withdrawn and expired ones are told apart by nobody',
    body: z.strictObject(key),
    /** `identifier`: of whoever came before, who chooses a new password by this code; null: the code is for somebody new. */
    answer: z.strictObject({ org: z.string(), identifier: z.string().nullable() }),
    status: 200,
    open: true,
  }),
  join: endpoint({
    method: 'POST',
    path: '/join',
    // The code is the key: used once, and sent again with all that it was used with, 409 `already-there`.
    summary:
      'Come in by the code and the birth date, which are used up by it; signs in. Sent again, 409: joined already',
    body: z.strictObject({ ...key, name: line(100), identifier, password, language: z.enum(['ja', 'en']).optional() }),
    answer: me,
    status: 201,
    open: true,
  }),
  choosePassword: endpoint({
    method: 'POST',
    path: '/join/password',
    summary:
      'Choose a new password by a new code and the birth date, which are used up by it; earlier sessions end, and it signs in. Sent again, 409',
    body: z.strictObject({ ...key, password }),
    answer: me,
    status: 201,
    open: true,
  }),
};
