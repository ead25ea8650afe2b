import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

describe('a password', () => {
  it('is kept as Argon2id with 19 MiB and two passes, salted, and is the same however it is typed', async () => {
    const [one, other] = [await hashPassword('ｐａｓｓphrase-が'), await hashPassword('ｐａｓｓphrase-が')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword(one, 'passphrase-か\u3099')).toBe(true);
    expect(await isPassword(one, 'passphrase-か')).toBe(false);
  });

  it('is never right for an account that has none', async () => {
    expect(await isPassword(null, 'the password of nobody at all')).toBe(false);
  });

  it('is not called wrong where what is kept cannot be read: that is our fault', async () => {
    await expect(isPassword('not a hash', 'anything')).rejects.toThrow();
  });
});
