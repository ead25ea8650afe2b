import { useSpeech } from '../../words/speech-context.tsx';

/** The wall display of the invented world: beside whoever one is, since a screen has a cookie of its own. */
export function WallLink() {
  const { say } = useSpeech();
  return (
    <section className="panel stack-tight">
      <a className="button" href="/wall/demo" target="_blank" rel="noopener">
        {say('demo.wall')}
      </a>
      <p className="small muted">{say('demo.wallHint')}</p>
    </section>
  );
}
