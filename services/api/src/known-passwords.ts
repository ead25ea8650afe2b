import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** What begins well is not made worse by what follows, and looking at more takes long. */
const LOOKED_AT = 80;

/** Some fifty thousand words, some ten megabytes: import this module only when somebody chooses a password. */
export const known = new ZxcvbnFactory({
  dictionary: { known: dictionary['passwords-common'] },
  graphs: adjacencyGraphs,
  maxLength: LOOKED_AT,
});
