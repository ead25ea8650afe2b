import type { Draft } from '@kaerimichi/contracts';

/** Family and given name of a draft; empty where the file had none. */
export const draftName = ({ familyName, givenName }: Pick<Draft, 'familyName' | 'givenName'>): string =>
  [familyName, givenName].filter(part => part !== null && part !== '').join(' ');
