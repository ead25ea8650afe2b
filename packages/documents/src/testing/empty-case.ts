import type { Known } from '../known.ts';

/** A case of which nothing is recorded yet. */
export const emptyCase = (): Known => ({
  no: 'K-0001',
  version: 1,
  on: '2026-11-30',
  reads: () => true,
  child: null,
  facts: {},
  entries: [],
  ...{ orgs: {}, telephones: {}, people: {}, members: {}, itemTexts: {} },
  conditions: [],
  checks: [],
});
