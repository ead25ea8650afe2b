import { useMemo, useState } from 'react';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { useLatest } from '../../parts/use-latest.ts';
import { draftPlace } from './drafts.ts';
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
  const { own } = useWorkplace();
  const today = useToday();
  const drafts = useDrafts(draftPlace({ caseId: view.id, type: event.type, fixed }));
  const [start] = useState(() => {
    const kept = readKept(drafts.read());
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
  });
  const [values, setValues] = useState<Values>(start.values);
  const [opened, setOpened] = useState<Opened>(start.opened);
  const latest = useLatest(opened);
  const keeping = useMemo(
    () => ({
      write: (typed: Values) => {
        const { version, base } = latest();
        return drafts.write({ values: typed, version, base });
      },
    }),
    [drafts, latest],
  );
  const keptAt = useKeptDraft(values, keeping, isSent);
  // Conditions of a move are shown live, so it is the newest version that was seen, until the case has moved.
  const isLive = event.kind === 'move' && view.stage === opened.stage;
  const version = isLive ? Math.max(view.version, opened.version) : own.seenUpTo(view.id, opened.version);
  const look = (now: Pick<Opened, 'version' | 'stage'>) =>
    setOpened({ ...opened, version: now.version, stage: now.stage });
  return { values, setValues, begun: { version, base: opened.base }, look, keptAt, forget: drafts.forget };
}

type Kept = Begun & { readonly values: Values };

/** Written by this form; anything else is no draft. */
function readKept(kept: unknown): Kept | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { values, version, base } = kept as Partial<Kept>;
  return isValues(values) && isValues(base) && typeof version === 'number' ? { values, version, base } : null;
}
