import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadAllWords } from './words.ts';

type Part<Props> = LazyExoticComponent<ComponentType<Props>>;

/** A part of the console that is loaded when it is first shown, with the words that no first view says. */
export const lazyPart = <Props, Name extends string>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): Part<Props> => lazy(async () => ({ default: (await Promise.all([load(), loadAllWords()]))[0][name] }));
