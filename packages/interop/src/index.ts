export type { DraftMark, PatientDraft } from './fhir/draft.ts';
export type { Entry, Guardian } from './fhir/entries.ts';
export { type FhirImport, type LeftOut, type LeftOutWhy, readFhir } from './fhir/read-fhir.ts';
export { endOfString, isHalved, stringOf } from './json-strings.ts';
export { isKana, toHiragana } from './kana.ts';
