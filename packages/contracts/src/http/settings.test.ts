import { describe, expect, it } from 'vitest';
import { readSettings, settings } from './settings.ts';

describe('settings', () => {
  it('are read as far as this version knows them', () => {
    expect(readSettings({ theme: 'dark', letters: false, density: 'airy', later: 1, muted: ['move'] })).toEqual({
      theme: 'dark',
      letters: false,
      muted: ['move'],
    });
    expect(readSettings({ muted: ['move', 'not-a-kind'] })).toEqual({});
  });

  it('take no key that is none, and none has to be said', () => {
    expect(settings.safeParse({}).success).toBe(true);
    expect(settings.safeParse({ theme: 'dark', name: 'x' }).success).toBe(false);
    expect(settings.safeParse({ textSize: 'huge' }).success).toBe(false);
  });
});
