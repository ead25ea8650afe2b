import type { RuleSetVersion } from '@kaerimichi/contracts';
import { Button } from '../../parts/button.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { PlainTable } from '../admin/add-form.tsx';
import { fileOf } from './rules-input.ts';

type Props = {
  readonly versions: readonly RuleSetVersion[];
  readonly onTake: (version: RuleSetVersion) => void;
};

/** What was published: none is changed any more; an earlier one is taken as the draft and published anew. */
export function RulesVersions({ versions, onTake }: Props) {
  const { say, code, language } = useSpeech();
  if (versions.length === 0) return <p className="muted">{say('rules.noVersion')}</p>;
  const heads = [say('rules.version'), say('rules.state'), say('rules.from'), say('rules.by'), say('rules.use')];
  return (
    <PlainTable
      caption={say('rules.versions')}
      heads={heads}
      rows={versions.map(one => {
        const name = say('rules.versionName', { n: one.version });
        return [
          String(one.version),
          name,
          <span key="state" className="row">
            <span className="tag">{code('rulesState', one.state)}</span>
            {one.isBeingAdopted && <span className="small muted">{say('rules.spreading')}</span>}
          </span>,
          shortDay(one.fromOn, language),
          one.publishedBy ?? '',
          <span key="use" className="row">
            <Button isSmall aria-label={say('rules.takeName', { name })} onClick={() => onTake(one)}>
              {say('rules.take')}
            </Button>
            <Button
              isSmall
              aria-label={say('rules.exportName', { name })}
              onClick={() => saveFile(`rules-${one.version}.json`, fileOf(one.content), 'application/json')}
            >
              {say('rules.export')}
            </Button>
          </span>,
        ];
      })}
    />
  );
}
