import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** Whether colleagues are shown which board and case one has open: kept with the person, for every workplace. */
export function PresenceChoice() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const api = useApi();
  const client = useQueryClient();
  const choice = useMutation({
    mutationFn: (shown: boolean) => api.call(routes.presence, { body: { shown } }),
    onSuccess: now => client.setQueryData(['me'], now),
  });
  const isShown = choice.isPending ? choice.variables : me.showsPresence;
  return (
    <>
      <ChoiceField
        label={say('settings.presence')}
        hint={say('settings.presenceHint')}
        options={[
          { value: 'on', label: say('settings.presenceOn') },
          { value: 'off', label: say('settings.presenceOff') },
        ]}
        value={isShown ? 'on' : 'off'}
        onChange={value => choice.mutate(value === 'on')}
      />
      <ProblemNote error={choice.error} />
    </>
  );
}
