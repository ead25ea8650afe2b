import { expect, it } from 'vitest';
import { networkOf } from './sign-in-place.ts';

it.each([
  ['192.0.2.1', '192.0.2.254'],
  ['::ffff:192.0.2.1', '192.0.2.7'],
  ['2001:db8:1:ff00::1', '2001:DB8:1:ff42:1:2:3:4'],
  ['::1', '0:0:0:0:0:0:0:1'],
])('takes %s and %s as one network', (one, other) => {
  expect(networkOf(one)).toBe(networkOf(other));
});

it.each([
  ['192.0.2.1', '192.0.3.1'],
  ['2001:db8:1:ff00::1', '2001:db8:1:fe00::1'],
  ['::1', '192.0.2.1'],
])('takes %s and %s as two', (one, other) => {
  expect(networkOf(one)).not.toBe(networkOf(other));
});
