/** ひな型: short outlines that a long text begins with, the same in every house; their words are `template.<id>…`. */
const templates = {
  phone: ['note'],
  talk: ['note'],
  visit: ['note'],
  sbar: ['note', 'text'],
  course: ['text'],
  why: ['reason'],
} as const satisfies Readonly<Record<string, readonly TemplateKind[]>>;

/** A note, why something is so, or any other long text. */
export type TemplateKind = 'note' | 'reason' | 'text';
export type TemplateId = keyof typeof templates;

export const templatesFor = (kind: TemplateKind): readonly TemplateId[] =>
  (Object.keys(templates) as TemplateId[]).filter(id => (templates[id] as readonly TemplateKind[]).includes(kind));

/** By the name of a field. */
export const kindOfField = (name: string): TemplateKind => (name === 'note' || name === 'reason' ? name : 'text');

/** A text with an outline at the caret, on lines of its own, and where the caret stands then: behind its first colon. */
export function withTemplate(value: string, at: number, template: string): { text: string; caret: number } {
  const [before, after] = [value.slice(0, at), value.slice(at)];
  const lead = before === '' || before.endsWith('\n') ? '' : '\n';
  const tail = after === '' || after.startsWith('\n') ? '' : '\n';
  const first = template.search(/[::]/);
  const caret = before.length + lead.length + (first < 0 ? template.length : first + 1);
  return { text: before + lead + template + tail + after, caret };
}
