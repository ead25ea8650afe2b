import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useSource } from '../../api/queries.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { sourceChips } from './source-chips.ts';

/** More would push the page down; the rest is a press away. */
const MOST = 6;

/** Allergies and the language of an interpreter beside a child's name, from the hospital's file. */
export function SourceChipList({ view }: { view: CaseView }) {
  const speech = useSpeech();
  const { data: source } = useSource(view);
  const chips = source ? sourceChips(source, speech) : [];
  if (chips.length === 0) return null;
  return (
    <ul className="tags">
      {chips.slice(0, MOST).map(({ kind, text }) => (
        <li key={text} className={kind === 'allergy' ? 'tag tag-alert' : 'tag'}>
          {kind === 'allergy' && <Glyph name="waived" />} {text}
        </li>
      ))}
      {chips.length > MOST && (
        <li>
          <Link className="small" to={`/cases/${view.id}/facts`}>
            {speech.say('chip.more', { n: chips.length - MOST })}
          </Link>
        </li>
      )}
    </ul>
  );
}
