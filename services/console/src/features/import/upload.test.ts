import { expect, it } from 'vitest';
import { mediaType } from './upload.ts';

it.each([
  ['patients.ndjson', 'application/fhir+ndjson'],
  ['export.JSONL', 'application/fhir+ndjson'],
  ['bundle.json', 'application/fhir+json'],
  ['患者.txt', 'application/fhir+json'],
])('%s is sent as %s', (name, type) => {
  expect(mediaType(name)).toBe(type);
});
