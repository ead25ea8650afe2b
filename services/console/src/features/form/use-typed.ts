import { useCallback, useEffect, useState } from 'react';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { useLatest } from '../../parts/use-latest.ts';
import { draftRoute } from './draft-route.ts';
import { type Draft, draftPlace } from './drafts.ts';
import { knownValues } from './known-values.ts';
import type { FieldSpec } from './schema.ts';
import { soleChoices } from './sole-choices.ts';
import { useDrafts } from './use-drafts.ts';
import type { FormOptions } from './use-event-form.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { isValues, prefilled, toValues, type Values } from './values.ts';

/** What the form began with: what somebody changes meanwhile is compared with this, however often the page is drawn. */
export type Begun = { readonly version: number; readonly base: Values };
type Opened = Begun & { readonly stage: string | null };

type Options = Pick<FormOptions, 'view' | 'event' | 'fixed'> & {
  readonly search: URLSearchParams | undefined;
  readonly fields: readonly FieldSpec[];
  readonly isSent: () => boolean;
};

/** What has been typed, kept as a draft together with what it began with. */
export function useTyped({ fields, view, event, fixed, search, isSent }: Options) {
  const { own, me } = useWorkplace();
  const today = useToday();
  const drafts = useDrafts({
    place: draftPlace({ caseId: view.id, type: event.type, fixed }),
    caseId: view.id,
    subject: event.type,
    route: me.abilities.family ? '/family' : draftRoute(window.location, { caseId: view.id, type: event.type }),
  });
  /** The form as it opens, with a draft where there is one. */
  const begin = (draft: Draft | null) => {
    const kept = readKept(draft?.content);
    const base = kept?.base ?? toValues(fields, knownValues(event.form, view, today));
    const values = {
      ...soleChoices(fields, view),
      ...base,
      ...kept?.values,
      ...(search ? prefilled(fields, search) : {}),
    };
    // What I did meanwhile myself is no news to me.
    const version = kept ? own.seenUpTo(view.id, kept.version) : view.version;
    return { values, opened: { version, stage: view.stage, base } };
  };
  const [start] = useState(() => begin(drafts.read()));
  const [values, setValues] = useState<Values>(start.values);
  const [opened, setOpened] = useState<Opened>(start.opened);
  const latest = useLatest(opened);
  const { write } = drafts;
  const keep = useCallback(
    (typed: Values) => {
      const { version, base } = latest();
      return write({ values: typed, version, base });
    },
    [write, latest],
  );
  useKeptDraft(values, keep, isSent);
  const take = () => {
    const found = begin(drafts.found);
    setOpened(found.opened);
    setValues(found.values);
    drafts.settle();
  };
  const isUntouched = values === start.values;
  // What nobody has touched yet goes on where it was left, on whichever computer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is found
  useEffect(() => {
    if (drafts.found && isUntouched) take();
  }, [drafts.found]);
  // Conditions of a move are shown live, so it is the newest version that was seen, until the case has moved.
  const isLive = event.kind === 'move' && view.stage === opened.stage;
  const version = isLive ? Math.max(view.version, opened.version) : own.seenUpTo(view.id, opened.version);
  const look = (now: Pick<Opened, 'version' | 'stage'>) =>
    setOpened({ ...opened, version: now.version, stage: now.stage });
  const draft = { kept: drafts.kept, found: drafts.found, settle: drafts.settle, onTake: take };
  return { values, setValues, begun: { version, base: opened.base }, look, draft, forget: drafts.forget };
}

type Kept = Begun & { readonly values: Values };

/** Written by this form; anything else is no draft. */
function readKept(kept: unknown): Kept | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { values, version, base } = kept as Partial<Kept>;
  return isValues(values) && isValues(base) && typeof version === 'number' ? { values, version, base } : null;
}
