import { createRequire } from 'node:module';

type Argon2 = typeof import('@node-rs/argon2');
type Options = Parameters<Argon2['hash']>[1];

// An import would lead back here: the tests know this file by the module's name.
const real = createRequire(import.meta.url)('@node-rs/argon2') as Argon2;

/**
 * The same hashes at the least cost that argon2id allows: tests of people sign in some hundred times, and none of them
 * asks how long that takes. What a hash costs in the product is a test of its own (`services/api/src/password.test.ts`).
 */
export const hash = (password: string, options?: Options): Promise<string> =>
  real.hash(password, { ...options, memoryCost: 64, timeCost: 1 });

export const { verify } = real;
