import type { RuleSetContent } from '@kaerimichi/discharge';
import { useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import type { AnswerOf } from '../../api/route.ts';
import type { ruleRoutes } from '../../api/rule-routes.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { OverridesPart } from './overrides-part.tsx';
import type { TakeChange } from './proposed-change.tsx';
import './rules.css';
import type { Led } from './rules-cell.tsx';
import { RulesFaults } from './rules-faults.tsx';
import { RulesFile } from './rules-file.tsx';
import { RulesForm } from './rules-form.tsx';
import { inputOf, type RulesInput, readRules, withChange } from './rules-input.ts';
import { RulesPreview } from './rules-preview.tsx';
import { RulesVersions } from './rules-versions.tsx';
import { usePreviewRules, usePublishRules, useRuleSets, useSaveRules } from './use-rules.ts';

type Kept = AnswerOf<typeof ruleRoutes.ruleSets>;

/** ルール: what this organisation asks of the cases that it leads; written, looked at, published. */
export function RulesPart() {
  const kept = useRuleSets();
  return (
    <>
      <ProblemNote error={kept.error} onRetry={() => void kept.refetch()} />
      {kept.data && <Writing kept={kept.data} />}
    </>
  );
}

const contentNow = ({ draft, published }: Kept): RuleSetContent =>
  draft?.content ?? published.find(({ state }) => state !== 'replaced')?.content ?? {};

function Writing({ kept }: { readonly kept: Kept }) {
  const { say } = useSpeech();
  const { announce } = useWorkplace();
  const [input, setInput] = useState(() => inputOf(contentNow(kept)));
  const [from, setFrom] = useState<string>(kept.today);
  const preview = usePreviewRules();
  const save = useSaveRules(() => undefined);
  const publish = usePublishRules(() => preview.reset());
  const [isTried, setTried] = useState(false);
  const [led, setLed] = useState<Led | null>(null);
  const { content, unread } = readRules(input, kept.own);
  const fromOn = parseDay(from, kept.today);
  const revision = kept.draft?.revision ?? 0;
  const write = (next: RulesInput) => {
    setInput(next);
    // What was looked at is another rule set by now.
    preview.reset();
    publish.reset();
    save.reset();
  };
  const take: TakeChange = (change, requirement) => {
    write(withChange(input, change, requirement));
    const to = change === 'off' ? 'requirements' : 'exceptions';
    setLed(before => ({ to, times: (before?.times ?? 0) + 1 }));
    announce(say('overrides.taken'));
  };
  const error = preview.error ?? save.error ?? publish.error;
  const faultAt = (path: string) =>
    isTried && unread.includes(path)
      ? say('rules.notWhole')
      : problemOf(error)?.issues?.find(issue => issue.path === `content.${path}`)?.message;
  const attempt = (send: () => void) => () => {
    setTried(true);
    if (unread.length === 0) send();
  };
  return (
    <div className="stack">
      <p className="muted">{say('rules.intro')}</p>
      <RulesVersions versions={kept.published} onTake={one => write(inputOf(one.content))} />
      <OverridesPart onTake={take} />
      <h2>{say(kept.draft ? 'rules.draft' : 'rules.newDraft')}</h2>
      <RulesForm own={kept.own} input={input} onChange={write} faultAt={faultAt} led={led} />
      <RulesFaults error={error} unread={isTried ? unread : []} />
      <DayField
        label={say('rules.fromOn')}
        hint={say('rules.fromHint')}
        today={kept.today}
        value={from}
        onChange={day => {
          setFrom(day);
          preview.reset();
        }}
      />
      <p className="row">
        <Button
          kind="primary"
          isBusy={preview.isPending}
          onClick={attempt(() => fromOn && preview.mutate({ content, revision, fromOn }))}
        >
          {say('rules.preview')}
        </Button>
        <Button isBusy={save.isPending} onClick={attempt(() => save.mutate({ content, revision }))}>
          {say('rules.save')}
        </Button>
        <span role="status" className="small">
          {save.isSuccess && say('rules.saved')}
          {publish.isSuccess && say('rules.published', { n: publish.data.version })}
        </span>
      </p>
      {preview.data && (
        <section className="panel stack" aria-label={say('rules.previewTitle')}>
          <h2>{say('rules.previewTitle')}</h2>
          <RulesPreview preview={preview.data.preview} />
          <p className="row">
            <Button
              kind="primary"
              isBusy={publish.isPending}
              onClick={() => publish.mutate({ revision: preview.data.revision, fromOn: preview.data.fromOn })}
            >
              {say('rules.publish')}
            </Button>
          </p>
        </section>
      )}
      <RulesFile revision={revision} content={content} onTaken={taken => write(inputOf(taken))} />
    </div>
  );
}
