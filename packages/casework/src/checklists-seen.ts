import type { CheckSection, CheckState, Day, TemplateId, Words } from '@kaerimichi/discharge';

/** One item of the checklists of a case as its viewer is told it. */
export type CheckSeen = {
  readonly id: string;
  readonly section: CheckSection;
  /** null: the case's own item, whose text is `what`. */
  readonly words: Words | null;
  readonly what: string | null;
  readonly templates: readonly TemplateId[];
  readonly state: CheckState;
  /** Membership. */
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly on: Day;
  readonly evidence: string | null;
  readonly reason: string | null;
  /** The condition of a move that it is (◎); `isMet` null: not told. */
  readonly condition: { readonly text: Words; readonly isMet: boolean | null; readonly route: string } | null;
  readonly maySet: boolean;
};

export type ChecklistsSeen = {
  readonly templates: readonly { readonly id: TemplateId; readonly isChosen: boolean; readonly isSuggested: boolean }[];
  /** What a newer release of a chosen template asks for besides. */
  readonly additions: readonly { readonly template: TemplateId; readonly words: readonly Words[] }[];
  readonly checks: readonly CheckSeen[];
  readonly can: { readonly choose: boolean; readonly add: boolean };
};
