import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { routes } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { announcements, densities, languages, type Preferences, textSizes, themes } from '../../app/preferences.ts';
import { usePreferences, useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { DeviceSettings } from '../offline/device-settings.tsx';
import { MailSettings } from './mail-settings.tsx';
import { NoticeSettings } from './notice-settings.tsx';
import { PresenceChoice } from './presence-choice.tsx';
import { PushSettings } from './push-settings.tsx';
import { useSettings } from './use-settings.ts';

type Chosen = 'theme' | 'textSize' | 'density' | 'announce';

/** 自分の設定: how one likes the program to be; takes effect at once, and on the next computer too. */
export function SettingsPage() {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const now = usePreferences();
  const own = useSettings();
  usePageTitle(say('nav.settings'));
  const choice = <Name extends Chosen>(name: Name, values: readonly Preferences[Name][]) => ({
    id: `settings-${name}`,
    label: say(`settings.${name}`),
    options: values.map(value => ({ value, label: code(name, value) })),
    value: now[name],
    onChange: (chosen: string) => {
      const value = values.find(other => other === chosen);
      if (value !== undefined) own.keep.mutate({ [name]: value });
    },
  });
  return (
    <div className="page narrow stack">
      <h1>{say('nav.settings')}</h1>
      <p className="muted">{say('settings.intro')}</p>
      <div className="panel stack">
        <LanguageField />
        <ChoiceField {...choice('theme', themes)} />
        <ChoiceField {...choice('textSize', textSizes)} />
        <ChoiceField {...choice('density', densities)} />
        <ChoiceField {...choice('announce', announcements)} hint={say('settings.announceHint')} />
        <ChoiceField
          id="settings-letters"
          label={say('settings.letters')}
          hint={say('settings.lettersHint')}
          options={[
            { value: 'on', label: say('settings.lettersOn') },
            { value: 'off', label: say('settings.lettersOff') },
          ]}
          value={now.letters ? 'on' : 'off'}
          onChange={value => own.keep.mutate({ letters: value === 'on' })}
        />
        {me.abilities.board && <PresenceChoice />}
        {me.abilities.board && <NoticeSettings {...own} />}
      </div>
      {me.abilities.board && <MailSettings {...own} />}
      {me.abilities.board && <PushSettings {...own} />}
      {me.abilities.board && <DeviceSettings />}
      <Kept {...own} />
      {me.abilities.signIns && <Link to="/sign-ins">{say('signIns.title')}</Link>}
    </div>
  );
}

/** Whether what was chosen will be there on the next computer. */
function Kept({ keep: { isSuccess, isError, submittedAt } }: ReturnType<typeof useSettings>) {
  const { say, language } = useSpeech();
  return (
    <p className="small muted" role="status">
      {isSuccess && say('settings.kept', { time: clockTime(submittedAt, language) })}
      {isError && say('settings.keptHere')}
    </p>
  );
}

/** The language goes with the person to the next computer; this browser has it already. */
function LanguageField() {
  const { say, code, language } = useSpeech();
  const { api, preferences } = useServices();
  const keep = useMutation({
    mutationFn: (chosen: 'ja' | 'en') => api.call(routes.language, { body: { language: chosen } }),
  });
  return (
    <ChoiceField
      id="settings-language"
      label={say('settings.language')}
      options={languages.map(value => ({ value, label: code('language', value) }))}
      value={language}
      onChange={chosen => {
        const value = languages.find(other => other === chosen);
        if (!value) return;
        preferences.set({ language: value });
        keep.mutate(value);
      }}
    />
  );
}
