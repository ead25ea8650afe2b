import { languages } from '../../app/preferences.ts';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { missingIn, moreCatalogues } from '../../words/family/family-words.ts';
import { htmlLanguage, moreLanguages, ownNames } from '../../words/family/languages.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { Said } from './said.tsx';
import { useFamilyLanguage, useFamilyText } from './use-family.ts';

/** Each language is written in itself. One that is not whole says so, and that nobody has checked it. */
export function FamilyLanguages() {
  const { preferences } = useServices();
  const { code } = useSpeech();
  const text = useFamilyText();
  const now = useFamilyLanguage();
  const more = moreLanguages.find(language => language === now);
  const isDrafted = more && moreCatalogues[more].review === 'machineDrafted';
  return (
    <div className="stack-tight">
      <fieldset className="row">
        <legend className="hidden-visually">{text('languageOf')}</legend>
        {languages.map(language => (
          <Button
            key={language}
            isSmall
            lang={language}
            aria-pressed={language === now}
            kind={language === now ? 'plain' : 'quiet'}
            onClick={() => preferences.set({ language, familyLanguage: null })}
          >
            {code('language', language)}
          </Button>
        ))}
        {moreLanguages.map(language => (
          <Button
            key={language}
            isSmall
            lang={htmlLanguage(language)}
            aria-pressed={language === now}
            kind={language === now ? 'plain' : 'quiet'}
            // What is not there in it is said in Japanese, and so are days and numbers.
            onClick={() => preferences.set({ language: 'ja', familyLanguage: language })}
          >
            {ownNames[language]}
          </Button>
        ))}
      </fieldset>
      {isDrafted && (
        <p className="note-soon" role="status">
          <Said of="machineDrafted" />
        </p>
      )}
      {more && missingIn(more).length > 0 && (
        <p>
          <Said of="notWhole" />
        </p>
      )}
    </div>
  );
}
