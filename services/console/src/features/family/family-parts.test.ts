import { expect, it } from 'vitest';
import { partsOf } from './family-parts.ts';

const granted = ['contacts', 'clinical', 'skills', 'plan', 'family', 'money', 'disaster'] as const;

it('are all five while the child is on its way, with the ambulance first among the telephones', () => {
  expect(partsOf({ over: null, granted: [...granted] })).toEqual([
    'now',
    'next',
    'ambulance',
    'contacts',
    'tasks',
    'received',
  ]);
});

it('are after the end of the support whom to call and what was received', () => {
  expect(partsOf({ over: 'closed', granted: [...granted] })).toEqual(['ambulance', 'contacts', 'received']);
});

it('are after a death whom one may talk to: no ambulance, no papers', () => {
  expect(partsOf({ over: 'deceased', granted: [...granted] })).toEqual(['contacts']);
});

it('are none of what was not granted', () => {
  expect(partsOf({ over: null, granted: ['plan'] })).toEqual(['now', 'next', 'tasks', 'received']);
  expect(partsOf({ over: null, granted: ['clinical'] })).toEqual(['tasks']);
  expect(partsOf({ over: null, granted: ['contacts'] })).toEqual(['ambulance', 'contacts']);
  expect(partsOf({ over: 'deceased', granted: ['family'] })).toEqual([]);
});
