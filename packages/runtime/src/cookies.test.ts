import { describe, expect, it } from 'vitest';
import { sessionCookie, tokenOf } from './cookies.ts';

describe('the session cookie', () => {
  it('is bound to the host and to TLS beyond loopback, and ends with the browser', () => {
    expect(sessionCookie('t', true)).toBe('__Host-kaerimichi_session=t; Path=/; HttpOnly; SameSite=Lax; Secure');
    expect(sessionCookie('t', false)).toBe('kaerimichi_session=t; Path=/; HttpOnly; SameSite=Lax');
    expect(sessionCookie('', true)).toContain('Max-Age=0');
  });

  it('is read by its whole name', () => {
    const request = (cookie: string) => ({ headers: { cookie } });
    expect(tokenOf(request('a=1; kaerimichi_session=t'), false)).toBe('t');
    expect(tokenOf(request('xkaerimichi_session=t; kaerimichi_session2=u'), false)).toBeNull();
    // A cookie without the prefix could come from a neighbouring host.
    expect(tokenOf(request('kaerimichi_session=t'), true)).toBeNull();
  });
});
