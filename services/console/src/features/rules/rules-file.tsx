import type { RuleSetContent } from '@kaerimichi/discharge';
import { type ChangeEvent, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { RulesFaults } from './rules-faults.tsx';
import { contentOfFile, fileOf } from './rules-input.ts';
import { useSaveRules } from './use-rules.ts';

type Props = {
  readonly revision: number;
  readonly content: RuleSetContent;
  /** A file was read in as the draft. */
  readonly onTaken: (content: RuleSetContent) => void;
};

/** The rule set as one file: written out as it stands in the form, or read in as the draft. */
export function RulesFile({ revision, content, onTaken }: Props) {
  const { say } = useSpeech();
  const [isForeign, setForeign] = useState(false);
  const [taken, setTaken] = useState<RuleSetContent | null>(null);
  const save = useSaveRules(() => taken && onTaken(taken));
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    const found = contentOfFile(await file.text());
    target.value = '';
    setForeign(found === null);
    save.reset();
    if (found === null) return;
    // Whatever it holds is judged where every rule set is: the server names each fault with its path.
    setTaken(found as RuleSetContent);
    save.mutate({ content: found as RuleSetContent, revision });
  };
  return (
    <section className="panel stack" aria-label={say('rules.file')}>
      <h2>{say('rules.file')}</h2>
      <p className="muted">{say('rules.fileHint')}</p>
      {isForeign && (
        <p className="problem-note" role="alert">
          {say('rules.foreignFile')}
        </p>
      )}
      <RulesFaults error={save.error} unread={[]} />
      <p className="row">
        <Button onClick={() => saveFile('rules.json', fileOf(content), 'application/json')}>
          {say('rules.exportForm')}
        </Button>
        <label className="button file-button">
          {say('rules.import')}
          <input className="hidden-visually" type="file" accept=".json,application/json" onChange={read} />
        </label>
        <span role="status" className="small">
          {save.isSuccess && say('rules.imported')}
        </span>
      </p>
    </section>
  );
}
