import { useEffect, useMemo, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { useLatest } from '../../parts/use-latest.ts';
import { type Draft, type Drafts, draftsOf } from './drafts.ts';
import { type DraftPort, type Kept, serverDraft } from './server-draft.ts';

/** What a draft is of: told to its writer in the list of drafts. */
export type DraftAbout = {
  readonly place: string;
  readonly caseId: string | null;
  /** An event's type, or the name of a form that is no event's. */
  readonly subject: string;
  /** Console path of the form. */
  readonly route: string;
};

export type FormDrafts = {
  readonly read: Drafts['read'];
  /** Here at once, then with the account; false: not even here. */
  readonly write: (content: unknown) => boolean;
  readonly forget: () => void;
  /** The same form is written in anew. */
  readonly renew: () => void;
  /** Where it was last kept; null: nothing was typed yet. */
  readonly kept: Kept | null;
  /** A later draft of another device or of before a crash, until it is taken or left. */
  readonly found: Draft | null;
  readonly settle: () => void;
};

/** This person's draft of one form: local first, then with the account, where it outlives this tab and this computer. */
export function useDrafts(about: DraftAbout): FormDrafts {
  const person = useWorkplace().me.person.id;
  const { place } = about;
  const [kept, setKept] = useState<Kept | null>(null);
  const [found, setFound] = useState<Draft | null>(null);
  const local = useMemo(() => draftsOf(sessionStorage, { person, place }), [person, place]);
  const port = useDraftPort(about);
  const remote = useMemo(() => serverDraft(port, { onKept: setKept, onFound: setFound }), [port]);
  useEffect(() => void remote.look(local.read()?.at ?? 0), [remote, local]);
  const steps = useMemo(
    () => ({
      read: local.read,
      write: (content: unknown) => {
        const at = Date.now();
        const isHere = local.write(content, at);
        void remote.keep(content, at);
        return isHere;
      },
      forget: () => {
        local.forget();
        void remote.forget();
      },
      renew: remote.renew,
      settle: () => {
        remote.settle();
        setFound(null);
      },
    }),
    [local, remote],
  );
  return { ...steps, kept, found };
}

function useDraftPort({ place, caseId, subject, route }: DraftAbout): DraftPort {
  const api = useApi();
  const latest = useLatest({ caseId, subject, route });
  return useMemo(
    () => ({
      find: async () => {
        const { draft } = await api.call(routes.formDraft, { params: { place }, isQuiet: true });
        return draft && { content: JSON.parse(draft.content) as unknown, at: Date.parse(draft.at) };
      },
      keep: async typed => {
        const content = JSON.stringify(typed);
        const { at } = await api.call(routes.keepFormDraft, { params: { place }, body: { ...latest(), content } });
        return Date.parse(at);
      },
      forget: async () => void (await api.call(routes.forgetFormDraft, { params: { place } })),
    }),
    [api, place, latest],
  );
}
