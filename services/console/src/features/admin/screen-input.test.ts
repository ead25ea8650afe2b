import { describe, expect, it } from 'vitest';
import { emptyScreen, readScreen } from './screen-input.ts';

describe('a screen that is typed', () => {
  it('shows numbers unless told otherwise, and is dimmed at night', () => {
    expect(readScreen({ ...emptyScreen, name: ' 病棟 ' })).toEqual({
      ...{ name: '病棟', level: 'number', nightDimming: true, reducedMotion: false, pin: undefined },
    });
  });

  it('has a PIN of six to eight digits of any width, or none', () => {
    const pin = (typed: string) => readScreen({ ...emptyScreen, name: 'x', pin: typed })?.pin ?? null;
    expect(['１２３４５６', ' 12345678 ', '12345', '123456789', '12345a'].map(pin)).toEqual([
      ...['123456', '12345678', null, null, null],
    ]);
  });

  it('is not whole without a name or with a level that there is not', () => {
    expect(readScreen(emptyScreen)).toBeNull();
    expect(readScreen({ ...emptyScreen, name: 'x', level: 'everything' })).toBeNull();
  });
});
