import { groupedDigits } from '../../parts/telephone.ts';
import { phonesIn } from './phones-in.ts';

type Props = { readonly text: string; readonly onCall?: (() => void) | undefined };

/** A text whose telephone numbers call when they are pressed; one that was written without hyphens is shown in groups. */
export function CallableText({ text, onCall }: Props) {
  return phonesIn(text).map(({ text: piece, phone }, at) =>
    phone ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text stand where they stand
      <a key={at} className="unbroken" href={`tel:${phone}`} onClick={onCall}>
        {/^[\d+]+$/.test(piece) ? groupedDigits(piece) : piece}
      </a>
    ) : (
      piece
    ),
  );
}
