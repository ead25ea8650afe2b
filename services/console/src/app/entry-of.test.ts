import { expect, it } from 'vitest';
import { entryOf } from './entry-of.ts';

it('finds the program of a built page, and none in another', () => {
  const page =
    '<script src="/early.js"></script>\n<script type="module" crossorigin src="/assets/index-CWbQ.js"></script>';
  expect(entryOf(page)).toBe('/assets/index-CWbQ.js');
  expect(entryOf('<script type="module" src="/src/main.tsx"></script>')).toBeNull();
  expect(entryOf('{"code":"busy"}')).toBeNull();
});
