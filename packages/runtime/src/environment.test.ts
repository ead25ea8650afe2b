import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';
import { isOwnOrigin } from './origins.ts';

describe('the environment', () => {
  it('has a default for everything: loopback, embedded database, demo', () => {
    expect(readEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      isEmbedded: true,
      isDemo: true,
      DEMO_WORLD: 'whole',
    });
  });
  it('has no demo on another database unless asked for', () => {
    expect(readEnvironment({ DATABASE_URL: 'postgresql://a@b/c' })).toMatchObject({ isEmbedded: false, isDemo: false });
  });
  it('names every fault with its variable', () => {
    const read = readEnvironment({ PORT: 'x', ROLES: 'api,nonsense', DEMO_PASSWORD: 'short' });
    expect('faults' in read ? read.faults.map(fault => fault.split(/[.:]/)[0]) : []).toEqual(
      expect.arrayContaining(['PORT', 'ROLES', 'DEMO_PASSWORD']),
    );
  });
  it('names what is forbidden beside what is misspelt, all at once', () => {
    const read = readEnvironment({ PORT: '99999', HOST: '0.0.0.0', DEMO: 'yes', TLS_KEY_FILE: 'k', NOW: 'tomorrow' });
    expect('faults' in read ? read.faults.map(fault => fault.split(':')[0]).sort() : []).toEqual(
      ['DEMO', 'HOST', 'NOW', 'NOW', 'PORT', 'TLS_CERT_FILE'].sort(),
    );
  });
  it('says of every fault in both languages what is expected, and repeats no value', () => {
    const given = {
      ...{ PORT: 'x', PUBLIC_URL: 'ftp://wrong', TRUST_PROXY: 'wrong', DATABASE_URL: 'wrong' },
      ...{ ADMIN_DATABASE_URL: 'wrong', DEMO: 'wrong', DEMO_EXPOSE: 'wrong', DEMO_PASSWORD: 'wrong' },
      ...{ DEMO_WORLD: 'wrong', ROLES: 'wrong,wrong', NOW: 'wrong', METRICS_TOKEN: 'wrong', LOG_LEVEL: 'wrong' },
    };
    const read = readEnvironment(given);
    const faults = 'faults' in read ? read.faults : [];
    expect([...new Set(faults.map(fault => fault.split(':')[0]))].sort()).toEqual(Object.keys(given).sort());
    for (const fault of faults) {
      expect(fault).toMatch(/^([A-Z_]+): .*[ぁ-ん].*。\n\1: [a-z0-9][^ぁ-ん]*$/);
      expect(fault).not.toMatch(/wrong|Invalid|NaN/);
    }
  });
  it('takes no half of a pair, and no clock of its own for real data wherever it listens', () => {
    for (const [given, named] of [
      [{ TLS_CERT_FILE: 'c' }, 'TLS_KEY_FILE'],
      [{ ADMIN_DATABASE_URL: 'postgresql://a@b/c' }, 'DATABASE_URL'],
      [{ SMTP_URL: 'smtps://u:p@mail.example' }, 'MAIL_FROM'],
      [{ SMTP_URL: 'https://mail.example', MAIL_FROM: 'a@b' }, 'SMTP_URL'],
      [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM'],
      [{ VAPID_PRIVATE_KEY: 'p'.repeat(43) }, 'VAPID_PUBLIC_KEY'],
      [{ VAPID_PUBLIC_KEY: 'B'.repeat(87), VAPID_PRIVATE_KEY: 'p'.repeat(43) }, 'VAPID_SUBJECT'],
      [{ HOST: '0.0.0.0', TRUST_PROXY: 'loopback', DEMO: '0', OUTSIDE_LOOPBACK: '1' }, 'OUTSIDE_LOOPBACK'],
      [{ HOST: '0.0.0.0', TRUST_PROXY: 'loopback', DEMO: '0', NOW: '2026-12-01T00:00:00Z' }, 'NOW'],
    ] as const) {
      const read = readEnvironment(given);
      expect('faults' in read ? read.faults : []).toEqual([
        expect.stringMatching(new RegExp(`^${named}: .*\n${named}: `)),
      ]);
    }
  });
  it('lets organisations be told by webhook, unless that is switched off or others can reach a demo', () => {
    expect(readEnvironment({})).toMatchObject({ isWebhookSent: true });
    expect(readEnvironment({ DEMO: '0', PUBLIC_URL: 'https://k.example' })).toMatchObject({ isWebhookSent: true });
    expect(readEnvironment({ WEBHOOKS: '0' })).toMatchObject({ isWebhookSent: false });
    expect(readEnvironment({ PUBLIC_URL: 'https://k.example', DEMO_EXPOSE: '1' })).toMatchObject({
      isWebhookSent: false,
    });
  });
  it('lets browsers be told where there are keys, and from no demo that others can reach', () => {
    const keys = {
      ...{ VAPID_PUBLIC_KEY: 'B'.repeat(87), VAPID_PRIVATE_KEY: 'a'.repeat(43) },
      VAPID_SUBJECT: 'mailto:it@hospital.example',
    };
    expect(readEnvironment({})).toMatchObject({ isPushSent: false });
    expect(readEnvironment(keys)).toMatchObject({ isPushSent: true });
    const open = { ...keys, PUBLIC_URL: 'https://k.example', DEMO_EXPOSE: '1' };
    expect(readEnvironment(open)).toMatchObject({ isPushSent: false });
    expect(readEnvironment({ ...open, DEMO: '0' })).toMatchObject({ isPushSent: true });
  });
  it('takes a mail server and whom mails come from, by an address or by a name with one', () => {
    for (const MAIL_FROM of ['no-reply@hospital.example', 'かえりみち <no-reply@hospital.example>'])
      expect(readEnvironment({ SMTP_URL: 'smtp://mail.example:587', MAIL_FROM })).toMatchObject({ MAIL_FROM });
  });
  it('takes a number of proxies or the addresses they have, and says what it cannot take', () => {
    for (const [given, taken] of [
      ['1', 1],
      [' 12 ', 12],
      ['loopback', ['loopback']],
      ['10.0.0.0/8, ::1,192.0.2.7,uniquelocal', ['10.0.0.0/8', '::1', '192.0.2.7', 'uniquelocal']],
    ] as const)
      expect(readEnvironment({ TRUST_PROXY: given })).toMatchObject({ TRUST_PROXY: taken });
    for (const given of [
      'true',
      'false',
      '0',
      '-1',
      '1.5',
      '100',
      'proxy.example',
      '10.0.0.0/33',
      '10.0.0.0/0',
      '10.0.0.1,,',
      '::/129',
    ]) {
      const read = readEnvironment({ HOST: '0.0.0.0', DEMO: '0', TRUST_PROXY: given });
      expect('faults' in read ? read.faults : [], given).toEqual([
        expect.stringMatching(/^TRUST_PROXY: .*プロキシの数.*\nTRUST_PROXY: .*number of proxies.*10\.0\.0\.0\/8/),
      ]);
    }
  });
  it('listens beyond loopback only with TLS or a proxy, and shows no demo there unasked', () => {
    const read = readEnvironment({ HOST: '0.0.0.0' });
    expect('faults' in read ? read.faults.join(' ') : '').toMatch(/TLS_CERT_FILE.*DEMO_EXPOSE/s);
    expect(readEnvironment({ HOST: '0.0.0.0', TRUST_PROXY: 'loopback', DEMO: '0' })).toMatchObject({
      isLoopback: false,
    });
  });
});

describe('the start page of the demo', () => {
  it.each([
    [{}, true],
    [{ HOST: 'localhost' }, true],
    [{ DEMO: '0' }, false],
    [{ DATABASE_URL: 'postgresql://a@b/c' }, false],
    [{ DATABASE_URL: 'postgresql://a@b/c', DEMO: '1' }, true],
    [{ TRUST_PROXY: 'loopback' }, false],
    [{ PUBLIC_URL: 'https://kaerimichi.example' }, false],
    [{ PUBLIC_URL: 'https://kaerimichi.example', TRUST_PROXY: 'loopback', DEMO_EXPOSE: '1' }, true],
    [{ HOST: '0.0.0.0', TRUST_PROXY: 'loopback', DEMO_EXPOSE: '1' }, true],
    [{ HOST: '0.0.0.0', TRUST_PROXY: 'loopback', DEMO: '0', DEMO_EXPOSE: '1' }, false],
  ] as const)('with %o is there: %s', (given, isDemoOpen) => {
    expect(readEnvironment(given)).toMatchObject({ isDemoOpen });
  });
});

describe('an origin', () => {
  const from = (origin: string | undefined, host: string, publicOrigin: string | null = null) =>
    isOwnOrigin({ headers: { ...(origin ? { origin } : {}), host } }, publicOrigin);
  it('is ours when absent, when the same, and under either loopback name', () => {
    expect(from(undefined, 'localhost:3000')).toBe(true);
    expect(from('http://localhost:3000', '127.0.0.1:3000')).toBe(true);
    expect(from('https://kaerimichi.example', 'inner:3000', 'https://kaerimichi.example')).toBe(true);
  });
  it('is foreign from another site, another port, or null', () => {
    for (const origin of ['https://evil.example', 'http://localhost:4000', 'null'])
      expect(from(origin, 'localhost:3000')).toBe(false);
    expect(from('https://evil.example', 'inner:3000', 'https://kaerimichi.example')).toBe(false);
  });
});
