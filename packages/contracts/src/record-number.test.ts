import { expect, it } from 'vitest';
import { recordNumberOf } from './record-number.ts';

it.each([
  ['7f3a21c0-9b1e-4b53-8a44-0d8f1c9b7a11', '7F3A-21'],
  ['', ''],
  ['r', ''],
])('the number of request %s is %s', (requestId, number) => {
  expect(recordNumberOf(requestId)).toBe(number);
});
