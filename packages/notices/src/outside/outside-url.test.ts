import { describe, expect, it } from 'vitest';
import { mayReach, outsideFault } from './outside-url.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

const outside = { mayReachLoopback: false };
const tests = { mayReachLoopback: true };

/** First, last and next addresses of what is closed. */
const closed = [
  ...[
    '0.0.0.0',
    '0.255.255.255',
    '10.0.0.0',
    '10.255.255.255',
    '100.64.0.0',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.255',
  ],
  ...['169.254.0.0', '169.254.169.254', '169.254.255.255', '172.16.0.0', '172.31.255.255', '192.0.0.0', '192.0.0.255'],
  ...['192.0.2.1', '192.88.99.1', '192.168.0.0', '192.168.255.255', '198.18.0.0', '198.19.255.255', '198.51.100.7'],
  ...['203.0.113.255', '224.0.0.1', '239.255.255.255', '240.0.0.0', '255.255.255.255'],
  ...[
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::8.8.8.8',
  ],
  ...[
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:1ff:ffff::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '3fff:fff::1',
  ],
  ...['4000::1', '5f00::1', 'fc00::1', 'fdff:ffff::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '1fff:ffff::1'],
];
const open = [
  ...[
    '1.0.0.0',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '8.8.8.8',
  ],
  ...['169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '192.0.1.0', '192.0.3.0', '192.88.98.255'],
  ...[
    '192.88.100.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '198.51.99.255',
    '198.51.101.0',
  ],
  ...['203.0.112.255', '203.0.114.0', '223.255.255.255'],
  ...[
    '2000::1',
    '2001:200::1',
    '2001:4860:4860::8888',
    '2001:db7:ffff::1',
    '2001:db9::',
    '2003::1',
    '3ffe::1',
    '3fff:1000::1',
  ],
];
const none = [
  '',
  'localhost',
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  '01.2.3.4',
  '0x7f.0.0.1',
  '1.2.3.4 ',
  '2001:::1',
  '2001::1::2',
  ':',
  ':::',
];
const none6 = [
  '2001:4860',
  '2001:4860:4860:0:0:0:0:8888:1',
  '2001:4860::12345',
  '2001:4860::g',
  '2001:4860::1.2.3',
  '2001:4860:1.2.3.4',
];

describe('an address of the internet', () => {
  it.each(closed)('is not %s', address => expect(isPublicAddress(address)).toBe(false));
  it.each(open)('is %s', address => expect(isPublicAddress(address)).toBe(true));
  it.each([...none, ...none6])('is not %j, which is no address', address =>
    expect(isPublicAddress(address)).toBe(false),
  );

  it('is this computer by its own addresses alone', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1'].every(isLoopbackAddress)).toBe(true);
    expect(['128.0.0.1', '127.1', '::', '::ffff:127.0.0.1', '10.0.0.1'].some(isLoopbackAddress)).toBe(false);
  });

  it('is asked of every address of a name: one closed among them closes it', () => {
    expect(mayReach(['8.8.8.8', '2001:4860:4860::8888'], outside)).toBe(true);
    expect(mayReach(['8.8.8.8', '10.0.0.1'], outside)).toBe(false);
    expect(mayReach([], outside)).toBe(false);
    expect(mayReach(['127.0.0.1'], outside)).toBe(false);
    expect(mayReach(['127.0.0.1', '::1'], tests)).toBe(true);
    expect(mayReach(['127.0.0.1', '10.0.0.1'], tests)).toBe(false);
  });
});

const allowed = [
  'https://hooks.example.jp/a?b=c',
  'https://hooks.example.jp:8443/',
  'https://8.8.8.8/',
  'https://[2001:4860:4860::8888]/',
  'https://例え.テスト/',
];
const refused = [
  ...[
    '',
    'hooks',
    'ftp://hooks.example.jp/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,x',
    'https://',
    'https:///',
  ],
  ...[
    'http://hooks.example.jp/',
    'http://8.8.8.8/',
    'https://user@hooks.example.jp/',
    'https://user:word@hooks.example.jp/',
  ],
  ...[
    'https://hooks.example.jp/#a',
    'https://hooks.example.jp/#',
    'https://hooks.example.jp@10.0.0.1/',
    `https://hooks.example.jp/${'a'.repeat(1000)}`,
  ],
  // The same hosts as numbers: whole, hexadecimal, octal, short.
  ...[
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://127.0.0.1./',
  ],
  ...[
    'https://3232235521/',
    'https://0xa9fea9fe/',
    'https://169.254.169.254/latest/meta-data',
    'https://0/',
    'https://0.0.0.0/',
  ],
  ...[
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://１２７.０.０.１/',
  ],
  ...[
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
  ],
  ...['https://[fd00::1]/', 'https://[fe80::1]/', 'https://[2002:a00:1::]/', 'https://[0:0:0:0:0:ffff:7f00:1]/'],
  ...['https://localhost/', 'https://LOCALHOST./', 'https://a.localhost/', 'https://intranet/', 'https://db.:5432/'],
];

describe('an address to which notices are sent', () => {
  it.each(allowed)('may be %s', url => expect(outsideFault(url, outside)).toBeNull());
  it.each(refused)('is not %s', url => expect(outsideFault(url, outside)).not.toBeNull());

  it('may be this computer where tests ask for it, in the clear too, and nothing else inside', () => {
    for (const url of ['http://127.0.0.1:8080/hook', 'http://localhost:1/', 'https://[::1]/', 'http://2130706433/'])
      expect(outsideFault(url, tests), url).toBeNull();
    for (const url of ['http://10.0.0.1/', 'https://10.0.0.1/', 'http://hooks.example.jp/', 'http://u@127.0.0.1/'])
      expect(outsideFault(url, tests), url).not.toBeNull();
  });
});
