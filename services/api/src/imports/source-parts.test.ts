import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceParts } from '@kaerimichi/access';
import { readFhir } from '@kaerimichi/interop';
import { expect, it } from 'vitest';

/** The program's own, or told by another part: the evidence of care needs are entries of the others. */
const kept = ['sourceKey', 'from', 'careNeedsFrom'];

it('gives every part of a draft its category, and knows none that no draft has', () => {
  const sample = join(import.meta.dirname, '../../../../packages/interop/samples/invented-child-15.json');
  const [draft] = readFhir(readFileSync(sample, 'utf8'), { format: 'json', on: '2026-11-24' }).drafts;
  expect(Object.keys(draft ?? {}).sort()).toEqual([...sourceParts, ...kept].sort());
});
