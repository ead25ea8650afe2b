import { usePreferences } from '../../app/services.tsx';
import { type FamilyKey, familyKey, familyPieces } from '../../words/family/family-words.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly of: FamilyKey; readonly places?: Readonly<Record<string, string>> };

/** A sentence of the family's page, with readings above its characters where the person likes them. */
export function Said({ of, places }: Props) {
  const { language } = useSpeech();
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
