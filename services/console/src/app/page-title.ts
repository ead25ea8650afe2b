import { useEffect } from 'react';
import { useSpeech } from '../words/speech-context.tsx';

let shown = { title: '', turns: 0 };

/** `(2) マイタスク – かえりみち`: the figure is あなたの番 and nothing else (experience.md §6.2). */
export const titleOf = ({ title, turns }: { title: string; turns: number }): string =>
  turns > 0 ? `(${turns}) ${title}` : title;

function show(part: Partial<typeof shown>): void {
  shown = { ...shown, ...part };
  if (shown.title !== '') document.title = titleOf(shown);
}

/** Title of the window: what, case number at most, product. Never a child's name. */
export function usePageTitle(title: string): void {
  const { say } = useSpeech();
  useEffect(() => show({ title: `${title} – ${say('app.name')}` }), [title, say]);
}

/** Before the title while somebody is signed in: in how many cases it is their turn. */
export function useTurnsInTitle(turns: number): void {
  useEffect(() => {
    show({ turns });
    return () => show({ turns: 0 });
  }, [turns]);
}
