import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { routes } from '../../api/routes.ts';
import { useSend } from '../../api/use-send.ts';
import { useApi, usePreferences } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { type FamilyKey, familyText } from '../../words/family/family-words.ts';
import type { FamilyLanguage } from '../../words/family/languages.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** The page of one's own child, asked for again whenever something happens to it. */
export function useFamily() {
  const api = useApi();
  const { live } = useWorkplace();
  const page = useQuery({
    queryKey: ['family'],
    queryFn: ({ signal }) => api.call(routes.family, { signal }),
    gcTime: 0,
  });
  const { refetch } = page;
  const caseId = page.data?.case.id;
  useEffect(() => (caseId ? live.watchCase(caseId, () => void refetch()) : undefined), [live, caseId, refetch]);
  return page;
}

type Of = { readonly id: string; readonly version: number };
/** What is added to what others write: nobody is asked first what came in between. */
const added: readonly string[] = [
  'trialStay.noted',
  'conference.answered',
  'minutes.confirmed',
  'followUp.familyAnswered',
  'readiness.answered',
  'readiness.keptPrivate',
];

type Event = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Sends what a family decides; whatever others did meanwhile, it is meant all the same. */
export function useDecide({ id, version }: Of) {
  const { send, ...sending } = useSend();
  const decide = (body: Event) =>
    send({ caseId: id, append: added.includes(body.type), version, body, again: () => body });
  return { ...sending, decide };
}

/** In which language the page speaks: one of its own where this person chose it, else that of the program. */
export function useFamilyLanguage(): FamilyLanguage {
  const { language } = useSpeech();
  return usePreferences().familyLanguage ?? language;
}

/** A sentence without readings, for what is read aloud. */
export function useFamilyText() {
  const language = useFamilyLanguage();
  return useCallback(
    (key: FamilyKey, places: Readonly<Record<string, string>> = {}) => familyText(language, key, places),
    [language],
  );
}
