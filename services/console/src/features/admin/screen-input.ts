import type { Screen } from '@kaerimichi/contracts';
import { type WallLevel, wallLevels } from '@kaerimichi/discharge';
import { chosenOf } from './choices.ts';

export const screenOptions = ['nightDimming', 'reducedMotion'] as const;

/** A screen as it is typed. */
export type ScreenInput = {
  readonly name: string;
  readonly level: string;
  readonly options: readonly string[];
  readonly pin: string;
};
export const emptyScreen: ScreenInput = { name: '', level: 'number', options: ['nightDimming'], pin: '' };

export const inputOf = ({ name, level, ...screen }: Screen): ScreenInput => ({
  name,
  level,
  options: screenOptions.filter(option => screen[option]),
  pin: '',
});

export type ScreenBody = {
  readonly name: string;
  readonly level: WallLevel;
  readonly nightDimming: boolean;
  readonly reducedMotion: boolean;
  /** undefined: nothing was typed. */
  readonly pin: string | undefined;
};

/** Digits of any width; undefined where nothing was typed. */
const pinOf = (text: string): string | undefined => text.normalize('NFKC').trim() || undefined;

export const isPin = (text: string): boolean => /^(\d{6,8})?$/.test(pinOf(text) ?? '');

/** What is sent; null while something is missing or wrong. */
export function readScreen({ name, level, options, pin }: ScreenInput): ScreenBody | null {
  const chosen = chosenOf(wallLevels, level);
  if (name.trim() === '' || !chosen || !isPin(pin)) return null;
  return {
    name: name.trim(),
    level: chosen,
    nightDimming: options.includes('nightDimming'),
    reducedMotion: options.includes('reducedMotion'),
    pin: pinOf(pin),
  };
}
