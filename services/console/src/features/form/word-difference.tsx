import { diffArrays } from 'diff';
import { useMemo } from 'react';
import { useSpeech } from '../../words/speech-context.tsx';

/** Japanese has no spaces between its words: the browser's dictionary finds them; an old browser compares characters. */
function wordsOf(text: string, language: string): string[] {
  if (!('Segmenter' in Intl)) return [...text];
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** What one text lacks and adds against another, word by word, struck out and underlined. */
export function WordDifference({ before, after }: { before: string; after: string }) {
  const { say, language } = useSpeech();
  const parts = useMemo(
    () => diffArrays(wordsOf(before, language), wordsOf(after, language)),
    [before, after, language],
  );
  return (
    <>
      {say('conflict.difference')}:{' '}
      {parts.map(({ value, added, removed }, at) => {
        const Tag = added ? 'ins' : removed ? 'del' : 'span';
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
        return <Tag key={at}>{value.join('')}</Tag>;
      })}
    </>
  );
}
