import { useSpeech } from '../../words/speech-context.tsx';

/** The two names of this computer: each keeps a cookie of its own, so that two people work side by side in one browser. */
const otherName: Readonly<Record<string, string>> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' };

export function OtherWindow() {
  const { say } = useSpeech();
  const { protocol, hostname, port } = window.location;
  const other = otherName[hostname];
  if (!other) return null;
  return (
    <section className="panel stack-tight">
      <a className="button" href={`${protocol}//${other}${port ? `:${port}` : ''}/demo`} target="_blank" rel="noopener">
        {say('demo.otherWindow')}
      </a>
      <p className="small muted">{say('demo.otherWindowHint')}</p>
    </section>
  );
}
