import { createHash, randomBytes } from 'node:crypto';

/** A token for a link's fragment, given away once; tables keep only what `hashOfToken` makes of it. */
export const oneTimeToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
