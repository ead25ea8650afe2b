import { expect, it } from 'vitest';
import { tabOrder } from './tab-order.ts';

it('begins with the timeline where both panes stand beside it', () => {
  expect(tabOrder({ hasLeft: true, hasRight: true })).toEqual([
    '',
    'next',
    'path',
    'outlook',
    'team',
    'checklists',
    'skills',
    'devices',
    'entitlements',
    'stays',
    'conferences',
    'evaluation',
    'followUp',
    'adult',
    'facts',
    'documents',
    'sharing',
    'fees',
    'record',
  ]);
});

it('puts first what no pane has room for', () => {
  expect(tabOrder({ hasLeft: true, hasRight: false }).slice(0, 3)).toEqual(['next', '', 'path']);
  expect(tabOrder({ hasLeft: false, hasRight: false }).slice(0, 3)).toEqual(['next', 'overview', '']);
});
