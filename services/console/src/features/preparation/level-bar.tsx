const STEPS = [1, 2, 3, 4] as const;

/** How far somebody is, as four steps of rising height: beside the number and the word, never instead of them. */
export function LevelBar({ level }: { level: number }) {
  return (
    <span className="level-bar" aria-hidden="true">
      {STEPS.map(step => (
        <span key={step} className={step <= level ? 'level-step level-step-on' : 'level-step'} />
      ))}
    </span>
  );
}
