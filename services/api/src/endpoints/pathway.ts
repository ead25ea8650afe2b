import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readsProof } from '@kaerimichi/access';
import { pathwayEndpoints } from '@kaerimichi/contracts';
import { type RuleSetContent, tokyoDay } from '@kaerimichi/discharge';
import { describePathway } from '@kaerimichi/discharge/chart';
import { boundedMap } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** Answers for organisations with a rule set; each takes as long as a first board to make, and as much to keep. */
const MOST_ANSWERS = 50;

/**
 * The pathway for machines: made when it is first asked for, which no start waits for. What stages are called, how long
 * they usually take and how many cases are enough is said as the rule set of the reader's own organisation has it. A
 * browser keeps it and asks whether it is still the same; that answer is empty, where the pathway is 283 kB.
 */
export function pathwayImplementations(ports: ApiPorts) {
  const answers = boundedMap<ReturnType<typeof describe>>({ entries: MOST_ANSWERS });
  return [
    implement(ports, pathwayEndpoints.pathway, async ({ who: { viewer } }) => {
      const rules = await ports.store.ruleSets.inForce(viewer.org, tokyoDay(ports.clock.now()));
      const name = rules ? `${viewer.org} ${rules.version}` : '';
      const answer = answers.get(name) ?? describe(rules?.content ?? {});
      answers.set(name, answer);
      return { ok: true, ...answer };
    }),
    // A search over the whole chart takes seconds: it was made with the documents, and is read when it is asked for.
    implement(ports, pathwayEndpoints.proof, async ({ who }) => {
      if (!readsProof(who.viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      return { ok: true, stored: { status: 200, body: await readFile(ports.settings.proofFile, 'utf8') } };
    }),
  ];
}

function describe(rules: RuleSetContent) {
  const body = JSON.stringify(inWordsOf(rules, describePathway()));
  // Weak: compressed it is the same answer.
  const headers = { 'cache-control': 'private, no-cache', etag: `W/"${hash('sha256', body, 'base64url')}"` };
  return { stored: { status: 200, body }, headers };
}

function inWordsOf(
  { labels = {}, stageDays = {}, limits = {}, checks = {} }: RuleSetContent,
  pathway: ReturnType<typeof describePathway>,
) {
  return {
    ...pathway,
    stages: pathway.stages.map(stage => ({
      ...stage,
      label: labels[stage.id] ?? stage.label,
      guideDays: stageDays[stage.id] ?? stage.guideDays,
    })),
    columns: pathway.columns.map(column => ({ ...column, limit: limits[column.id] ?? null })),
    words: { ...pathway.words, ...labels, ...checks.renamed, ...addedWords(checks) },
  };
}

const addedWords = ({ added = [] }: NonNullable<RuleSetContent['checks']>) =>
  Object.fromEntries(added.map(({ id, words }) => [id, words]));
