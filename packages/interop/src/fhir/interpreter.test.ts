import { describe, expect, it } from 'vitest';
import { readFhir } from './read-fhir.ts';

const speaks = (code: string, text: string, preferred?: boolean) => ({
  language: { coding: [{ system: 'urn:ietf:bcp:47', code }], text },
  ...(preferred === undefined ? {} : { preferred }),
});
const interpreterOf = (patient: Record<string, unknown>) =>
  readFhir(JSON.stringify([{ resourceType: 'Patient', id: 'a', ...patient }]), { format: 'json', on: '2026-11-24' })
    .drafts[0]?.interpreter;
const required = (valueBoolean: boolean) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired', valueBoolean }],
});

describe('the language of an interpreter', () => {
  it('is the one in which the hospital speaks with the family, where it is not Japanese', () => {
    expect(interpreterOf({ communication: [speaks('pt-BR', 'ポルトガル語')] })).toEqual([
      { from: '[0].communication[0]', text: 'ポルトガル語', codes: ['pt-BR'] },
    ]);
    expect(interpreterOf({ communication: [{ language: { text: 'タガログ語' } }] })).toMatchObject([
      { text: 'タガログ語', codes: [] },
    ]);
  });

  it('is the preferred one of several', () => {
    const both = [speaks('ja', '日本語'), speaks('vi', 'ベトナム語', true)];
    expect(interpreterOf({ communication: both })).toMatchObject([{ text: 'ベトナム語' }]);
    const fluent = [speaks('ja-JP', '日本語', true), speaks('vi', 'ベトナム語', false)];
    expect(interpreterOf({ communication: fluent })).toEqual([]);
  });

  it('is none where Japanese is spoken, or the file says that none is needed', () => {
    expect(interpreterOf({ communication: [speaks('ja', '日本語'), speaks('en', '英語')] })).toEqual([]);
    expect(interpreterOf({ communication: [{ language: { text: 'Japanese' } }] })).toEqual([]);
    expect(interpreterOf({ communication: [speaks('en', '英語')], ...required(false) })).toEqual([]);
    expect(interpreterOf({ communication: [{ preferred: true }, 'ja', null] })).toEqual([]);
    expect(interpreterOf({})).toEqual([]);
  });

  it('is asked for where the file says so, though some Japanese is spoken', () => {
    const both = [speaks('ja', '日本語'), speaks('zh', '中国語')];
    expect(interpreterOf({ communication: both, ...required(true) })).toMatchObject([{ text: '中国語' }]);
  });
});
