import { Button } from '../parts/button.tsx';
import { useSpeech } from '../words/speech-context.tsx';
import { languages } from './preferences.ts';
import { useServices } from './services.tsx';

/** Each language is written in itself, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const { preferences } = useServices();
  const { language, say, code } = useSpeech();
  return (
    <fieldset className="row">
      <legend className="hidden-visually">{say('settings.language')}</legend>
      {languages.map(choice => (
        <Button
          key={choice}
          isSmall
          lang={choice}
          aria-pressed={choice === language}
          kind={choice === language ? 'plain' : 'quiet'}
          onClick={() => preferences.set({ language: choice })}
        >
          {code('language', choice)}
        </Button>
      ))}
    </fieldset>
  );
}
