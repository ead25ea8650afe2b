import { codeWords } from './code-words.ts';
import type { Objection } from './event.ts';
import type { CaseFacts } from './facts.ts';
import { type Evidence, latestDay, type Requirement, type Turn } from './requirement.ts';
import { halfWaived, requirements, standingOf, waivableIn, waiversOf } from './requirements.ts';
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
  readonly how: 'met' | 'waived' | 'beforeAdoption' | 'notAsked';
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

const wantedWords = {
  doctor: {
    ja: '看護師長が例外と認めました。主治医も認めると進められます',
    en: 'waived by the head nurse, one of two: the attending doctor is wanted',
  },
  headNurse: {
    ja: '主治医が例外と認めました。看護師長も認めると進められます',
    en: 'waived by the attending doctor, one of two: the head nurse is wanted',
  },
} as const;

/** Where one of two has made the exception, that, and who else is wanted. */
function withHalf({ ja, en }: Words, half: ReturnType<typeof halfWaived>): Words {
  if (!half) return { ja, en };
  const said = wantedWords[half.wanted];
  return { ja: `${ja}(${said.ja})`, en: `${en} (${said.en})` };
}

/** A case on a day, and the requirements of the move that is meant, in order. */
export type Asked = { readonly facts: CaseFacts; readonly on: Day; readonly needs: readonly string[] };

/** The day on which a requirement was made true or waived; undefined while it is open, or where nothing says. */
function madeOn(id: string, { facts, on }: Asked): Day | undefined {
  const { how, check } = standingOf(id, facts, on);
  if (how === 'met') return check.since ?? check.evidence?.on;
  return how === 'waived' ? latestDay(waiversOf(id, facts).map(waiver => waiver.on)) : undefined;
}

/**
 * The day on which the turn came to one requirement of a move, or, for null, to the move itself: that of the last step
 * before it, of its own lapse, or of the entry into the stage, whichever was last.
 */
export function turnCameOn(id: string | null, asked: Asked): Day {
  const { facts, on, needs } = asked;
  const before = id === null ? needs : needs.slice(0, Math.max(0, needs.indexOf(id)));
  const own = id === null ? undefined : standingOf(id, facts, on).check.since;
  return latestDay([facts.entry.on, own, ...before.map(need => madeOn(need, asked))]) ?? facts.entry.on;
}

/** One requirement of a move, as it stands for a case on a day. */
export function explainRequirement(id: string, asked: Asked): { unmet?: Unmet; done?: Done } {
  const { facts, on } = asked;
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
  const half = halfWaived(requirement, facts);
  return {
    unmet: {
      code: id,
      text: withHalf(text, half),
      params: half ? { ...params, waiverWanted: half.wanted } : params,
      waivable: waivableIn(facts, requirement),
      fix: check.fix ?? { event: requirement.fix },
      turn: turnOf(requirement, asked),
      ...evidence,
    },
  };
}

/** Why a move is not for whoever made the exception that it passes by. */
export function explainOwnWaiver(id: string, asked: Asked): Unmet {
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
    ...(requirement ? { turn: turnOf(requirement, asked) } : {}),
  };
}

/** Whose turn an unmet requirement is: where one of two has made an exception, that of the other. */
export function turnOf(requirement: Named, asked: Asked): Turn {
  const { org, role, since = turnCameOn(requirement.id, asked) } = sideOf(requirement, asked.facts);
  return { org, role, since };
}

type Named = Requirement & { readonly id: string };

/** Whose it is, without the day on which the turn came to them, where that follows from other requirements. */
export function sideOf(requirement: Named, facts: CaseFacts): Omit<Turn, 'since'> & Partial<Pick<Turn, 'since'>> {
  const half = halfWaived(requirement, facts);
  // A head nurse is a nurse with the right to make exceptions; no role of its own.
  if (half) return { org: facts.lead, role: half.wanted === 'doctor' ? 'doctor' : 'dischargeNurse', since: half.on };
  // A coordinator acts for the hub, which the facts of a case do not name.
  return (
    requirement.turnOf?.(facts) ?? {
      org: requirement.turn === 'coordinator' ? null : facts.lead,
      role: requirement.turn,
    }
  );
}

/** An objection of an event, in the form of a reason. */
export function explainObjection(objection: Objection): Unmet {
  const { code, text, params = {}, turn } = objection;
  return { code, text, params, waivable: 'no', ...fixOf(objection), ...(turn ? { turn } : {}) };
}

function fixOf({ fix: event, fill }: Objection): Pick<Unmet, 'fix'> {
  return event ? { fix: { event, ...(fill ? { fill } : {}) } } : {};
}
