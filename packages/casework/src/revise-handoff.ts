import { type ParsedEvent, recordOf } from './parse-event.ts';
import type { CaseStore, LoadedCase } from './ports.ts';

type Texts = Readonly<Record<string, unknown>>;
type Revise = (loaded: LoadedCase, parsed: ParsedEvent) => Promise<ParsedEvent>;

/**
 * A handoff that is revised keeps every text that does not come anew, so that each version can be read by itself; and as
 * changed counts only a text that is another than the one the recipient has. Of one command both texts are read once:
 * what was written with an event stays what it is, however often the command is tried.
 */
export function handoffReviser(store: Pick<CaseStore, 'listTexts'>): Revise {
  const read = new Map<number, Texts>();
  async function textsOf(caseId: string, seqs: readonly number[]): Promise<Texts[]> {
    const unread = [...new Set(seqs)].filter(seq => !read.has(seq));
    // Destroyed on request, a record has no body any more.
    const rows = unread.length > 0 ? await store.listTexts(caseId, unread) : [];
    for (const seq of unread) read.set(seq, (rows.find(row => row.seq === seq)?.body ?? {}) as Texts);
    return seqs.map(seq => read.get(seq) ?? {});
  }
  return async (loaded, parsed) => {
    if (parsed.definition.type !== 'handoff.composed') return parsed;
    const handoff = loaded.facts.handoffs.find(({ id }) => id === parsed.body.handoffId);
    if (!handoff) return parsed;
    const sentSeq = handoff.given?.at(-1);
    const [before = {}, sent = {}] = await textsOf(loaded.id, [handoff.seq, sentSeq ?? handoff.seq]);
    // Texts of one event: names and what was written.
    const came = (parsed.records[0]?.body ?? {}) as Texts;
    const said = Object.keys(came).filter(name => sentSeq === undefined || came[name] !== sent[name]);
    return { ...parsed, ...recordOf(parsed.definition, { ...before, ...came }), said };
  };
}
