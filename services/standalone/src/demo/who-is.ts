import type { DemoHappening } from '@kaerimichi/api';
import { demoOrganisations, personOf } from '@kaerimichi/demo';

const orgNames = new Map(demoOrganisations.map(({ id, name }) => [id, name]));

/** Somebody of the demo as the start page names them, by the name to sign in with. */
export function whoIs(sign: string): DemoHappening['who'] {
  const { name, org, role } = personOf(sign);
  return { name, org: orgNames.get(org) ?? org, role };
}
