import { describe, expect, it } from 'vitest';
import { packetCode, readPacketCode } from './packet-code.ts';

describe('the code of a printed handoff', () => {
  it('has three groups of signs that nobody takes for others, and is never the same', () => {
    const codes = Array.from({ length: 200 }, packetCode);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is read however it is typed', () => {
    const plain = 'A0B1C2D3E4F5';
    for (const typed of [
      'A0B1-C2D3-E4F5',
      'a0b1c2d3e4f5',
      ' aOb1 c2d3ーe4f5 ',
      'Ａ０Ｂ１−Ｃ２Ｄ３−Ｅ４Ｆ５',
      'AOBlC2D3E4F5',
    ])
      expect(readPacketCode(typed), typed).toBe(plain);
    for (const typed of ['', 'A0B1-C2D3-E4F', 'A0B1-C2D3-E4F5-0', 'A0B1-C2D3-E4FU'])
      expect(readPacketCode(typed)).toBeNull();
  });
});
