import { codeWords } from './code-words.ts';
import type { NotYet, Objection } from './event.ts';
import type { CaseFacts } from './facts.ts';
import type { Evidence, Requirement, Turn } from './requirement.ts';
import { requirements, standingOf } from './requirements.ts';
import type { Day } from './vocabulary.ts';
import { fillWords, type Words } from './words.ts';

/** What is missing, who can supply it, and where. */
export type Unmet = {
  readonly code: string;
  readonly text: Words;
  readonly params: Readonly<Record<string, unknown>>;
  readonly waivable: 'no' | 'yes' | 'safety';
  readonly evidence?: Evidence;
  /** The event whose form fixes it, and what the form may fill in. */
  readonly fix?: { readonly event: string; readonly fill?: Readonly<Record<string, string>> };
  readonly turn?: Turn;
};

export type Done = {
  readonly code: string;
  readonly text: Words;
  readonly how: 'met' | 'waived' | 'beforeAdoption';
  readonly evidence?: Evidence;
};

/** Codes within a sentence are said in words of its language. */
function inWords(words: Words, params: Readonly<Record<string, unknown>>): Words {
  const spoken = (language: 'ja' | 'en') =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, codeWords[String(value)]?.[language] ?? value]),
    );
  return { ja: fillWords(words, spoken('ja')).ja, en: fillWords(words, spoken('en')).en };
}

/** Where several things are missing, how many. */
function withCount(words: Words, { left }: Readonly<Record<string, unknown>>): Words {
  return typeof left === 'number' && left > 0
    ? { ja: `${words.ja}(残り ${left})`, en: `${words.en} (${left} left)` }
    : words;
}

/** One requirement of a move, as it stands for a case on a day. */
export function explainRequirement(id: string, facts: CaseFacts, on: Day): { unmet?: Unmet; done?: Done } {
  const requirement = requirements.get(id);
  if (!requirement) throw new Error(`unknown requirement ${id}`);
  const { how, check } = standingOf(id, facts, on);
  const params = check.params ?? {};
  const text = withCount(
    inWords((how === 'unmet' || how === 'met' ? check.text : undefined) ?? requirement.text, params),
    params,
  );
  const evidence = check.evidence ? { evidence: check.evidence } : {};
  if (how !== 'unmet') return { done: { code: id, text, how, ...evidence } };
  return {
    unmet: {
      code: id,
      text,
      params,
      waivable: requirement.waivable,
      fix: check.fix ?? { event: requirement.fix },
      turn: turnOf(requirement, facts),
      ...evidence,
    },
  };
}

/** Why a move is not for whoever made the exception that it passes by. */
export function explainOwnWaiver(id: string, facts: CaseFacts): Unmet {
  const requirement = requirements.get(id);
  const said = requirement?.text ?? { ja: id, en: id };
  return {
    code: id,
    text: {
      ja: `${said.ja}(自分が例外と認めた条件です。進める操作は、ほかの人が行ってください)`,
      en: `${said.en} (you waived this yourself: somebody else makes the move)`,
    },
    params: { waivedBy: 'self' },
    waivable: 'no',
    ...(requirement ? { turn: turnOf(requirement, facts) } : {}),
  };
}

/** Whose turn an unmet requirement is. */
export function turnOf(requirement: Requirement, facts: CaseFacts): Turn {
  // A coordinator acts for the hub, which the facts of a case do not name.
  const org = requirement.turn === 'coordinator' ? null : facts.lead;
  return requirement.turnOf?.(facts) ?? { org, role: requirement.turn, since: facts.entry.on };
}

/** An objection of an event, in the form of a reason. */
export function explainObjection(objection: Objection | NotYet): Unmet {
  const { code, text, params = {}, turn } = objection;
  return { code, text, params, waivable: 'no', ...fixOf(objection), ...(turn ? { turn } : {}) };
}

function fixOf(objection: Objection | NotYet): Pick<Unmet, 'fix'> {
  if (!('fix' in objection)) return {};
  const { fix: event, fill } = objection;
  return { fix: { event, ...(fill ? { fill } : {}) } };
}
