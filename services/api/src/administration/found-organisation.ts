import { mayFound } from '@kaerimichi/access';
import type { Organisation } from '@kaerimichi/store';
import type { ApiPorts } from '../ports.ts';
import type { Doing, WishOf } from './wish.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;

/** Somebody would choose between two of one name, and perhaps the wrong one. */
export const isThere = ({ name }: Pick<Organisation, 'name'>) =>
  ({
    ok: false,
    refusal: {
      code: 'already-there',
      detail: `「${name}」という組織がすでにあります。 / There is an organisation “${name}” already.`,
      issues: [{ path: 'name', message: `「${name}」がすでにあります。 / There is “${name}” already.` }],
    },
  }) as const;

/** Adds an organisation to the network, once under its name. */
export async function foundOrganisation(
  { store }: ApiPorts,
  { viewer, note }: Doing,
  { kind, name }: WishOf<'organisation'>,
) {
  if (!mayFound(viewer)) return forbidden;
  const made = await store.organisations.found({ kind, name });
  // Its id is drawn and it has no code: nothing else can be taken.
  if (!made) throw new Error('an organisation without a code was not made');
  if ('twin' in made) return isThere(made.twin);
  note(`organisation ${made.id} ${made.kind}`, 'added');
  return { ok: true, answer: { id: made.id, kind: made.kind, name: made.name, proposed: false } } as const;
}
