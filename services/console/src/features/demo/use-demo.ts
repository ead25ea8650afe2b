import type { Me } from '@kaerimichi/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { usePlace } from '../../api/queries.ts';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** Somebody in another window may have the story go on. */
const LOOK_MS = 5_000;

/** Whom one can be, and how far the story has come; nothing where the demo has no start page. */
export function useDemo({ isWatched = false }: { readonly isWatched?: boolean } = {}) {
  const api = useApi();
  const { language } = useSpeech();
  const place = usePlace();
  return useQuery({
    queryKey: ['demo', language],
    queryFn: ({ signal }) => api.call(routes.demoStart, { signal, isQuiet: true }),
    enabled: place.data?.demoStart === true,
    placeholderData: before => before,
    refetchInterval: isWatched ? LOOK_MS : false,
  });
}

/** Becomes somebody of the demo without a password. */
export function useDemoSignIn(onSignedIn: (me: Me) => void) {
  const api = useApi();
  return useMutation({
    mutationFn: (identifier: string) => api.call(routes.demoSignIn, { body: { identifier } }),
    onSuccess: onSignedIn,
  });
}
