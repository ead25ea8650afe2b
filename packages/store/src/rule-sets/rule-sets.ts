import type { Clock, HouseCheckWords } from '@kaerimichi/casework';
import {
  type CaseRules,
  checkWordsIn,
  type Day,
  type RuleSetContent,
  ruleSetContent,
  rulesOf,
} from '@kaerimichi/discharge';
import { upgradeState } from '@kaerimichi/discharge/chart';
import { boundedMap } from '../bounded-map.ts';
import type { Database, Statement } from '../database.ts';

/** What is being written, by whom last; `revision` is seen by whoever saves the next one. */
export type RuleSetDraft = {
  readonly revision: number;
  readonly content: RuleSetContent;
  readonly changedBy: string;
  readonly changedAt: string;
};

export type PublishedRuleSet = {
  readonly org: string;
  readonly version: number;
  readonly content: RuleSetContent;
  readonly fromOn: Day;
  readonly changedBy: string;
  readonly publishedAt: string;
  /** null: some live case has not taken it over yet, as far as anybody has looked. */
  readonly adoptedAt: string | null;
};

/** A live case of a lead, as it is decided. */
export type LedCase = {
  readonly caseId: string;
  readonly version: number;
  readonly value: unknown;
  readonly facts: ReturnType<typeof upgradeState>['facts'];
};

type Author = { readonly org: string; readonly person: string };

export type RuleSets = {
  findDraft(org: string): Promise<RuleSetDraft | null>;
  /** The newest first. */
  listPublished(org: string): Promise<PublishedRuleSet[]>;
  /** Saves the draft over the revision that was seen (0: there was none); null: somebody else has saved one since. */
  saveDraft(
    by: Author,
    wish: { readonly content: RuleSetContent; readonly revision: number },
  ): Promise<RuleSetDraft | null>;
  /** Makes the draft the next version, in force from a day; null: it is another draft by now. */
  publish(by: Author, wish: { readonly revision: number; readonly fromOn: Day }): Promise<PublishedRuleSet | null>;
  /** The rule set that is in force for an organisation on a day; asked for by what begins with a lead, and believed for some seconds. */
  inForce(org: string, on: Day): Promise<PublishedRuleSet | null>;
  /** What cases of a lead keep of it; null: nothing was ever published. */
  rulesOf(lead: string, on: Day): Promise<CaseRules | null>;
  /** What an organisation calls things to check; believed for some seconds too. */
  readonly checkWords: HouseCheckWords;
  /** Of each organisation the rule set that is in force on a day, while some case may be without it. */
  listPending(on: Day): Promise<PublishedRuleSet[]>;
  /** Live cases of a lead that have another version. */
  listBehind(rules: Pick<CaseRules, 'lead' | 'version'>, limit: number): Promise<string[]>;
  /** Every live case of it has this version, and every earlier one is over. */
  noteAdopted(rules: Pick<CaseRules, 'lead' | 'version'>): Promise<void>;
  /** Live cases that an organisation leads, behind an id, in their order. */
  listLed(org: string, after: string, limit: number): Promise<LedCase[]>;
};

/** How long this process believes what it read; a case that begins meanwhile under an older version is found by the clock. */
export const BELIEVED_MS = 5_000;
const MOST_ORGANISATIONS = 2_000;

type Known = { readonly at: number; readonly published: readonly PublishedRuleSet[] };

/** `slow`: for what an administrator looks at. */
export function ruleSets(database: Database, slow: Database, clock: Clock): RuleSets {
  const read = async (db: Database, org: string) =>
    (await db.rows<PublishedRow>(publishedText, [org])).flatMap(row => toPublished(row) ?? []);
  const { inForce, publishedBy, forget } = believing(org => read(database, org));
  return {
    ...written(slow, clock, forget),
    ...adoption(database, slow, clock),
    listPublished: org => read(slow, org),
    inForce,
    checkWords: async (org, version) => checkWordsIn(await publishedBy(org), version),
    async rulesOf(lead, on) {
      const found = await inForce(lead, on);
      return found ? rulesOf(found.content, { lead, version: found.version }) : null;
    },
  };
}

/** What is in force, by organisation, as it was read some seconds ago at most. */
function believing(read: (org: string) => Promise<readonly PublishedRuleSet[]>) {
  const known = boundedMap<Known>({ entries: MOST_ORGANISATIONS });
  const publishedBy = async (org: string): Promise<readonly PublishedRuleSet[]> => {
    let of = known.get(org);
    if (!of || Date.now() - of.at > BELIEVED_MS) {
      of = { at: Date.now(), published: await read(org) };
      known.set(org, of);
    }
    return of.published;
  };
  // The latest version that has begun: one that was published after another takes its place also before it begins.
  const inForce: RuleSets['inForce'] = async (org, on) =>
    (await publishedBy(org)).find(({ fromOn }) => fromOn <= on) ?? null;
  return { inForce, publishedBy, forget: known.delete };
}

type Written = Pick<RuleSets, 'findDraft' | 'saveDraft' | 'publish'>;

const written = (slow: Database, clock: Clock, forget: (org: string) => void): Written => ({
  async findDraft(org) {
    const [row] = await slow.rows<DraftRow>(draftText, [org]);
    return row ? toDraft(row) : null;
  },
  async saveDraft({ org, person }, { content, revision }) {
    const values = [org, JSON.stringify(content), person, clock.now()];
    const [row] = await (revision === 0
      ? slow.rows<DraftRow>(firstDraftText, values)
      : slow.rows<DraftRow>(nextDraftText, [...values, revision]));
    return row ? toDraft(row) : null;
  },
  async publish({ org, person }, { revision, fromOn }) {
    const [row] = await slow.rows<PublishedRow>(publishText, [org, revision, fromOn, person, clock.now()]);
    forget(org);
    return row ? toPublished(row) : null;
  },
});

type Adoption = Pick<RuleSets, 'listPending' | 'listBehind' | 'noteAdopted' | 'listLed'>;

const adoption = (database: Database, slow: Database, clock: Clock): Adoption => ({
  async listPending(on) {
    return (await database.rows<PublishedRow>(pendingText, [on])).flatMap(row => toPublished(row) ?? []);
  },
  async listBehind({ lead, version }, limit) {
    const rows = await database.rows<{ id: string }>(behindText, [lead, String(version), limit]);
    return rows.map(({ id }) => id);
  },
  noteAdopted: async ({ lead, version }) => void (await database.run(adoptedText, [lead, version, clock.now()])),
  async listLed(org, after, limit) {
    const rows = await slow.rows<LedRow>(ledText, [org, after, limit]);
    return rows.map(({ caseId, version, ...stored }) => ({ caseId, version, ...upgradeState(stored) }));
  },
});

type DraftRow = Omit<RuleSetDraft, 'content'> & { readonly content: unknown };
type LedRow = Omit<LedCase, 'facts'> & { readonly pathwayVersion: number; readonly facts: unknown };
type PublishedRow = Omit<PublishedRuleSet, 'content'> & { readonly content: unknown };

const toDraft = (row: DraftRow): RuleSetDraft => ({ ...row, content: ruleSetContent.parse(row.content) });

/** null: of a newer program, which this one leaves to it. */
function toPublished({ content, ...row }: PublishedRow): PublishedRuleSet | null {
  const parsed = ruleSetContent.safeParse(content);
  return parsed.success ? { ...row, content: parsed.data } : null;
}

const DRAFT = `revision, content, changed_by AS "changedBy", changed_at AS "changedAt"`;
const PUBLISHED = `org_id AS org, version, content, from_on AS "fromOn", changed_by AS "changedBy",
  published_at AS "publishedAt", adopted_at AS "adoptedAt"`;

const draftText: Statement = { text: `SELECT ${DRAFT} FROM rule_set WHERE org_id = $1 AND version = 0` };
const publishedText: Statement = {
  name: 'published-rule-sets',
  text: `SELECT ${PUBLISHED} FROM rule_set WHERE org_id = $1 AND version > 0 ORDER BY version DESC`,
};
const firstDraftText: Statement = {
  text: `INSERT INTO rule_set (org_id, version, revision, content, changed_by, changed_at)
    VALUES ($1, 0, 1, $2::json, $3, $4) ON CONFLICT (org_id, version) DO NOTHING RETURNING ${DRAFT}`,
};
const nextDraftText: Statement = {
  text: `UPDATE rule_set SET content = $2::json, changed_by = $3, changed_at = $4, revision = revision + 1
    WHERE org_id = $1 AND version = 0 AND revision = $5 RETURNING ${DRAFT}`,
};
/** The draft's row itself becomes the version: of two who publish it the second finds none. */
const publishText: Statement = {
  text: `UPDATE rule_set SET version = (SELECT max(version) + 1 FROM rule_set WHERE org_id = $1),
      from_on = $3, changed_by = $4, published_at = $5
    WHERE org_id = $1 AND version = 0 AND revision = $2 RETURNING ${PUBLISHED}`,
};
const pendingText: Statement = {
  name: 'pending-rule-sets',
  text: `SELECT ${PUBLISHED} FROM (
      SELECT DISTINCT ON (org_id) * FROM rule_set WHERE version > 0 AND from_on <= $1 ORDER BY org_id, version DESC
    ) newest WHERE adopted_at IS NULL`,
};
/** The lead alone sees a case in full, and its rows are those of live cases. */
const LED = `FROM case_access a JOIN case_state s ON s.case_id = a.case_id
  WHERE a.org_id = $1 AND a.class = 'full' AND a.closed_at IS NULL`;
const behindText: Statement = {
  name: 'cases-behind-rules',
  text: `SELECT s.case_id AS id ${LED}
      AND (s.facts #>> '{rules,version}' IS DISTINCT FROM $2 OR s.facts #>> '{rules,lead}' <> $1)
    ORDER BY s.case_id LIMIT $3`,
};
const adoptedText: Statement = {
  text: `UPDATE rule_set SET adopted_at = $3 WHERE org_id = $1 AND version BETWEEN 1 AND $2 AND adopted_at IS NULL`,
};
const ledText: Statement = {
  text: `SELECT s.case_id AS "caseId", s.version, s.pathway_version AS "pathwayVersion", s.value, s.facts ${LED} AND a.case_id > $2
    ORDER BY a.case_id LIMIT $3`,
};
