import { type ComponentType, useEffect, useState } from 'react';
import { loadAllWords } from './words.ts';

export type Part<Props> = ComponentType<Props> & {
  /** Begins to load it before it is shown; a failure is told where it is shown. */
  readonly preload: () => void;
};

type Options = {
  /** Stands in its place until it is loaded; nothing, if absent. */
  readonly wait?: ComponentType;
  /** A first view: it does not wait for the words of the others. */
  readonly isFirst?: boolean;
};

/**
 * A part of the console that is loaded when it is first shown, with the words that no first view says.
 * @throws when it is drawn, what failed to load; shown anew, it is loaded anew
 */
// Not React's lazy: one boundary after the other would each be held back for 300 ms, so that a page with three of them
// takes a second to come on a computer that has everything (docs/decisions/026).
export function lazyPart<Props extends object, Name extends string>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
  { wait: Wait, isFirst = false }: Options = {},
): Part<Props> {
  let found: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  const begin = async () => {
    const [part] = await Promise.all([load(), isFirst ? null : loadAllWords()]);
    found = part[name];
  };
  const once = () => {
    loading ??= begin().catch(fault => {
      loading = null;
      throw fault;
    });
    return loading;
  };
  function Lazy(props: Props) {
    const [state, setState] = useState(() => ({ found, fault: null as unknown }));
    useEffect(() => {
      let isShown = true;
      const show = (fault: unknown) => isShown && setState({ found, fault });
      if (!state.found) once().then(() => show(null), show);
      return () => {
        isShown = false;
      };
    }, [state.found]);
    if (state.fault) throw state.fault;
    if (state.found) return <state.found {...props} />;
    return Wait ? <Wait /> : null;
  }
  return Object.assign(Lazy, { preload: () => void once().catch(() => undefined) });
}
