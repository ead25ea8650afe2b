import type { RuleSetContent } from '@kaerimichi/discharge';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ruleRoutes } from '../../api/rule-routes.ts';
import { useApi } from '../../app/services.tsx';
import { useAdminWrite } from '../admin/use-admin.ts';

/** Cases take a new version over within seconds. */
const LOOK_MS = 3_000;

export function useRuleSets() {
  const api = useApi();
  return useQuery({
    queryKey: ['admin', 'rules'],
    queryFn: ({ signal }) => api.call(ruleRoutes.ruleSets, { signal }),
    refetchInterval: ({ state }) => (state.data?.published.some(one => one.isBeingAdopted) ? LOOK_MS : false),
  });
}

type Draft = { readonly content: RuleSetContent; readonly revision: number };

export const useSaveRules = (onSaved: () => void) =>
  useAdminWrite((api, body: Draft, key) => api.call(ruleRoutes.saveRules, { body, key }), onSaved);

export type Wish = Draft & { readonly fromOn: string };

/** Saves the draft, so that what is published is what was looked at, and asks what it would change. */
export function usePreviewRules() {
  const api = useApi();
  const save = useAdminWrite((asked, body: Draft, key) => asked.call(ruleRoutes.saveRules, { body, key }));
  return useMutation({
    mutationFn: async ({ content, revision, fromOn }: Wish) => {
      const saved = await save.mutateAsync({ content, revision });
      const preview = await api.call(ruleRoutes.previewRules, { body: { content: saved.content, fromOn } });
      return { preview, revision: saved.revision, fromOn };
    },
  });
}

export function usePublishRules(onPublished: (version: number) => void) {
  const client = useQueryClient();
  return useAdminWrite(
    (api, body: { revision: number; fromOn: string }, key) => api.call(ruleRoutes.publishRules, { body, key }),
    ({ version }) => {
      // What stages are called, and how many cases are enough.
      void client.invalidateQueries({ queryKey: ['pathway'] });
      onPublished(version);
    },
  );
}
