import type { RoleId } from '@kaerimichi/discharge';
import type { Viewer } from '../viewer.ts';

/** Somebody of a role in an organisation; nobody real. */
export const aViewer = (role: RoleId, change: Partial<Viewer> = {}): Viewer => ({
  person: 'p',
  membership: 'm',
  org: 'org',
  orgKind: 'hospital',
  role,
  flags: [],
  ...change,
});
