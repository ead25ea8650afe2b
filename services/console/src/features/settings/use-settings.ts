import type { Me, Settings } from '@kaerimichi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { adopted } from '../../app/preferences.ts';
import { useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';

/** The own settings: taken at once here, then kept for every other computer; when that was, or why not. */
export function useSettings() {
  const { api, preferences } = useServices();
  const { me } = useWorkplace();
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: (changes: Settings) => api.call(routes.settings, { body: changes }),
    onMutate: changes => preferences.set(adopted(preferences.read(), me.person.id, changes)),
    onSuccess: settings => {
      client.setQueryData<Me>(['me'], now => now && { ...now, settings });
    },
  });
  return { settings: me.settings, keep };
}
