import { expect, it } from 'vitest';
import { pinFault, readPin } from './pin-faults.ts';

it.each([
  ['482913', '482913', null],
  ['４８２９１３', '482913', null],
  ['48291', '48291', 'offline.pinShort'],
  ['48291a', '48291a', 'offline.pinShort'],
  ['111111', '111111', 'offline.pinEasy'],
  ['123456', '123456', 'offline.pinEasy'],
  ['654321', '654321', 'offline.pinEasy'],
  ['482913', '482914', 'offline.pinOther'],
])('%s and %s', (pin, repeated, fault) => {
  expect(pinFault(pin, repeated)).toBe(fault);
});

it('reads digits of either width', () => expect(readPin(' ４８2913 ')).toBe('482913'));
