import { type ComponentProps, useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from './drafts.ts';
import type { KeptDraft } from './kept-draft.tsx';
import { type DraftAbout, useDrafts } from './use-drafts.ts';
import { useKeptDraft } from './use-kept-draft.ts';

type Options<Input> = {
  readonly about: DraftAbout;
  /** The form as it opens where nothing was typed before. */
  readonly first: Input;
  /** What was kept of it; null: that is no draft of this form. */
  readonly parse: (kept: unknown) => Input | null;
};

export type DraftedInput<Input> = {
  readonly input: Input;
  readonly change: (part: Partial<Input>) => void;
  /** It is sent, or not wanted: nothing of it is kept, here or with the account, and the form begins anew. */
  readonly forget: () => void;
  /** Begun with what was typed before. */
  readonly isResumed: boolean;
  /** Where what is typed is kept, and what another device has kept of it. */
  readonly draft: ComponentProps<typeof KeptDraft>;
};

/** What is typed into a form that is no event's, kept as a draft until it is sent. */
export function useDraftedInput<Input extends object>({ about, first, parse }: Options<Input>): DraftedInput<Input> {
  const drafts = useDrafts(about);
  const begin = (kept: Draft | null) => parse(kept?.content) ?? first;
  const [start] = useState(() => begin(drafts.read()));
  const [input, setInput] = useState(start);
  const [isResumed, setResumed] = useState(start !== first);
  const sent = useRef(false);
  useKeptDraft(
    input,
    drafts.write,
    useCallback(() => sent.current, []),
  );
  const take = () => {
    setInput(begin(drafts.found));
    setResumed(true);
    drafts.settle();
  };
  const isUntouched = input === start;
  // What nobody has touched yet goes on where it was left, on whichever computer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is found
  useEffect(() => {
    if (drafts.found && isUntouched) take();
  }, [drafts.found]);
  const change = (part: Partial<Input>) => {
    if (sent.current) drafts.renew();
    sent.current = false;
    setInput(before => ({ ...before, ...part }));
  };
  const forget = () => {
    sent.current = true;
    drafts.forget();
    setInput(first);
    setResumed(false);
  };
  return {
    input,
    change,
    forget,
    isResumed,
    draft: { kept: drafts.kept, found: drafts.found, settle: drafts.settle, onTake: take },
  };
}
