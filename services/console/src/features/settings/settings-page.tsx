import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { routes } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { announcements, densities, languages, type Preferences, textSizes, themes } from '../../app/preferences.ts';
import { usePreferences, useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { PresenceChoice } from './presence-choice.tsx';

type Chosen = 'language' | 'theme' | 'textSize' | 'density' | 'announce';

/** 自分の設定: how one likes this browser to be; takes effect at once. */
export function SettingsPage() {
  const { say, code, language } = useSpeech();
  const { me } = useWorkplace();
  const { preferences } = useServices();
  const now = usePreferences();
  const keepLanguage = useKeepLanguage();
  usePageTitle(say('nav.settings'));
  const choice = <Name extends Chosen>(name: Name, values: readonly Preferences[Name][]) => ({
    label: say(`settings.${name}`),
    options: values.map(value => ({ value: String(value), label: code(name, String(value)) })),
    value: String(now[name]),
    onChange: (chosen: string) => {
      const value = values.find(other => String(other) === chosen);
      if (value !== undefined) preferences.set({ [name]: value });
    },
  });
  return (
    <div className="page narrow stack">
      <h1>{say('nav.settings')}</h1>
      <p className="muted">{say('settings.intro')}</p>
      <div className="panel stack">
        <ChoiceField
          {...choice('language', languages)}
          value={language}
          onChange={chosen => {
            const value = languages.find(other => other === chosen);
            if (!value) return;
            preferences.set({ language: value });
            keepLanguage.mutate(value);
          }}
        />
        <ChoiceField {...choice('theme', themes)} />
        <ChoiceField {...choice('textSize', textSizes)} />
        <ChoiceField {...choice('density', densities)} />
        <ChoiceField {...choice('announce', announcements)} hint={say('settings.announceHint')} />
        <ChoiceField
          label={say('settings.letters')}
          hint={say('settings.lettersHint')}
          options={[
            { value: 'on', label: say('settings.lettersOn') },
            { value: 'off', label: say('settings.lettersOff') },
          ]}
          value={now.letters ? 'on' : 'off'}
          onChange={value => preferences.set({ letters: value === 'on' })}
        />
        {me.abilities.board && <PresenceChoice />}
      </div>
      {me.abilities.signIns && <Link to="/sign-ins">{say('signIns.title')}</Link>}
    </div>
  );
}

/** The language goes with the person to the next computer; this browser has it already. */
function useKeepLanguage() {
  const { api } = useServices();
  return useMutation({
    mutationFn: (language: 'ja' | 'en') => api.call(routes.language, { body: { language } }),
  });
}
