import { Component, type ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { useSpeech } from '../words/speech-context.tsx';

type State = { readonly error: Error | null };

/** A fault of ours shows a page with a way on instead of an empty one; what was typed is kept in drafts. */
export class Faulty extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    return this.state.error ? <FaultPage error={this.state.error} /> : this.props.children;
  }
}

/** A part of the program that is no longer on the server: a new version has been installed. */
const isOutdated = (error: Error) => /dynamically imported module|Failed to fetch|module script/i.test(error.message);

function FaultPage({ error }: { error: Error }) {
  const { say } = useSpeech();
  return (
    <main className="page narrow stack">
      <h1>{say(isOutdated(error) ? 'fault.newVersion' : 'fault.title')}</h1>
      <p>{say(isOutdated(error) ? 'fault.newVersionText' : 'fault.text')}</p>
      <p className="row">
        <Button kind="primary" onClick={() => window.location.reload()}>
          {say('fault.reload')}
        </Button>
        <a className="button" href="/">
          {say('fault.home')}
        </a>
      </p>
    </main>
  );
}
