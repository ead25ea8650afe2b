import { usePreferences } from '../../app/services.tsx';
import { type FamilyKey, familyKey, familyMessage, familyPieces } from '../../words/family/family-words.ts';
import { htmlLanguage } from '../../words/family/languages.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useFamilyLanguage } from './use-family.ts';

type Props = { readonly of: FamilyKey; readonly places?: Readonly<Record<string, string>> };

/** A sentence of the family's page in its language, or in plain Japanese where that has none; read aloud as what it is. */
export function Said(props: Props) {
  const { language: around } = useSpeech();
  const { language } = familyMessage(useFamilyLanguage(), props.of);
  if (language === around) return <Pieces {...props} />;
  return (
    <span lang={htmlLanguage(language)}>
      <Pieces {...props} />
    </span>
  );
}

/** With readings above its characters where the person likes them. */
function Pieces({ of, places }: Props) {
  const language = useFamilyLanguage();
  const { furigana } = usePreferences();
  return familyPieces(language, of, places).map(({ text, reading }, at) =>
    reading && furigana ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a sentence stand where they stand
      <ruby key={at}>
        {text}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing of it is focusable; read aloud, a word is read once */}
        <rt aria-hidden="true">{reading}</rt>
      </ruby>
    ) : (
      text
    ),
  );
}

/** A code as a family says it, with its reading; one that the page does not know, by the words that everybody reads. */
export function SaidCode({ kind, id }: { readonly kind: string; readonly id: string }) {
  const { code } = useSpeech();
  const key = familyKey(kind, id);
  return key ? <Said of={key} /> : code(kind, id);
}
