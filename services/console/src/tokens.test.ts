import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', system = '', dark = ''] = [
  css.slice(css.indexOf(':root {'), css.indexOf('@media')),
  css.slice(css.indexOf('@media'), css.indexOf(':root[data-theme="dark"]')),
  css.slice(css.indexOf(':root[data-theme="dark"]')),
];
const values = (block: string) =>
  new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, k, v]) => [k, v]));

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

const textPairs = [
  ['text', 'canvas'],
  ['text', 'surface'],
  ['text', 'surface-2'],
  ['text-muted', 'surface'],
  ['text-muted', 'surface-2'],
  ['placeholder', 'surface'],
  ['link', 'surface'],
  ['link', 'canvas'],
  ['on-primary', 'primary'],
  ['overdue', 'overdue-bg'],
  ['soon', 'soon-bg'],
  ['hold', 'hold-bg'],
  ['done', 'done-bg'],
  ['done', 'surface'],
  ['info', 'info-bg'],
  ['stale', 'stale-bg'],
  ['offline', 'offline-bg'],
] as const;
const markPairs = [
  ['control-border', 'canvas'],
  ['control-border', 'surface'],
  ['phase-1', 'canvas'],
  ['phase-2', 'canvas'],
  ['phase-3', 'canvas'],
  ['phase-4', 'canvas'],
  ['focus', 'canvas'],
] as const;

describe.each([
  ['light', values(light)],
  ['dark', values(dark)],
])('tokens in %s', (_name, tokens) => {
  it.each(textPairs)('%s on %s reads at 4.5 or more', (on, under) => {
    expect(contrast(tokens.get(on)!, tokens.get(under)!)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(markPairs)('%s on %s is seen at 3 or more', (on, under) => {
    expect(contrast(tokens.get(on)!, tokens.get(under)!)).toBeGreaterThanOrEqual(3);
  });
});

it('has the same dark values by system and by switch', () => {
  expect(values(system)).toEqual(values(dark));
});
