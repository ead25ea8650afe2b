import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP advises for 19 MiB: about 90 ms, so that guessing is slow and signing in is not. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

/** A password nobody has: an unknown account takes the same time as a known one. */
const nobodys = hashPassword('the password of nobody at all');

/** @throws where what is stored cannot be read or compared: nobody is told that their password is wrong */
export async function isPassword(stored: string | null, given: string): Promise<boolean> {
  const isSame = await verify(stored ?? (await nobodys), given.normalize('NFKC'));
  return isSame && stored !== null;
}
