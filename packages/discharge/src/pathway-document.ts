import { codeWords } from './code-words.ts';
import { columns } from './columns.ts';
import { deadlineKinds } from './deadline-kinds.ts';
import { describePathway } from './describe-pathway.ts';
import { pathwayVersion } from './discharge.ts';
import type { EventDefinition, EventKind } from './event.ts';
import { eventDefinitions, eventsByType, isRegionMove, registrationType } from './events.ts';
import { allMoves, forwardMove, type Move } from './moves.ts';
import { stageMetas } from './position.ts';
import { requirements } from './requirements.ts';
import { trackRequirements } from './tracks/is-ready.ts';
import type { Words } from './words.ts';

const cell = (text: string) => text.replaceAll('|', '\\|');
const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]) => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows,
];
const both = ({ ja, en }: Words) => `${ja} · ${en}`;
const code = (text: string) => `\`${text}\``;
const target = ({ to, how }: Move) => (how ? `closed.${how}` : to);
/** Words of a code in both languages; a code without words stays itself. */
const said = (id: string) => (codeWords[id] ? both(codeWords[id]) : id);
const saidJa = (id: string) => codeWords[id]?.ja ?? id;
const targetWords = ({ to, how }: Move) => (how ? `${saidJa(to)}:${saidJa(how)}` : saidJa(to));
const eventWords = (event: string) => `${eventsByType.get(event)?.label.ja ?? event} ${code(event)}`;

/** `docs/pathway.md`: the chart, its conditions, events and deadlines as they are in the program. The same input, the same text. */
export function pathwayDocument(): string {
  const stages = [...stageMetas.keys()];
  const sections = [
    [
      '# 退院までの道すじ · The pathway',
      '',
      `Generated from the chart, pathway version ${pathwayVersion}. Change the chart, not this page.`,
      '',
      '段階ごとに、次へ進むための条件、することと番、ほかの動きを並べます。条件は上から順に見ていき、最初に足りないものが',
      'カードの「次」になります。「例外」は理由を書いて認められるもので、安全にかかわるものは師長と医師の二人が要ります。',
      '',
      'For each stage: the conditions of the way forward in order, what is to be done and by whom, and the other moves. The',
      'first condition that is not met is the next step on the card.',
    ],
    ['## 図 · Diagram', '', ...diagram()],
    ['## 並行する準備 · Tracks', '', ...tracks()],
    ...stages.map(stageSection),
    ['## どの段階からでも · In every open stage', '', ...otherMoves(everywhere())],
    ['## 成人移行 · Transition to adult care', ...adultSection()],
    ...(['fact', 'move', 'time'] as const).map(eventSection),
    ['## 期限 · Deadlines', '', ...deadlines()],
  ];
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

/** Moves that leave every open stage, as the first of them has them. */
function everywhere(): Move[] {
  const open = [...stageMetas.keys()].filter(stage => stage !== 'closed');
  const moves = allMoves();
  const isEverywhere = (move: Move) =>
    open.every(from => moves.some(other => other.from === from && lineOf(other) === lineOf(move)));
  return moves.filter(move => move.from === open[0] && isEverywhere(move));
}

const lineOf = (move: Move) => `${move.event} ${target(move)} ${move.params.needs.join()}`;
const ofStage = (stage: string) => {
  const common = new Set(everywhere().map(lineOf));
  return allMoves().filter(move => move.from === stage && !common.has(lineOf(move)) && !isRegionMove(move.event));
};

function diagram(): string[] {
  const stages = [...stageMetas].map(([stage, { label }]) => `  ${stage} : ${label.ja}`);
  const arrows = [...stageMetas.keys()].flatMap(stage =>
    ofStage(stage)
      .filter(({ event, to, from }) => event !== 'case.adopted' && to !== from)
      .map(
        ({ from, to, event, how }) =>
          `  ${from} --> ${to} : ${eventsByType.get(event)?.label.ja}${how ? `(${saidJa(how)})` : ''}`,
      ),
  );
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> screening', ...stages, ...new Set(arrows), '```'];
}

function tracks(): string[] {
  const rows = Object.entries(trackRequirements).map(([track, id]) => row(code(track), both(textOf(id)), code(id)));
  return [
    'Each is `working` or `ready`, as its condition stands; beside them the region `adult` goes',
    '`none → prompted → open → mapped → sharedCare → transferred | stayed`.',
    '',
    ...table(['Track', '条件 · Condition', 'Requirement'], rows),
  ];
}

function adultSection(): string[] {
  const moves = allMoves().filter(({ event }) => isRegionMove(event));
  const rows = moves.map(({ event, params }) => row(eventWords(event), conditionsOf(params.needs)));
  return [
    '',
    ...table(['動き · Move', '条件 · Conditions'], rows),
    ...conditions(moves.flatMap(({ params }) => params.needs)),
  ];
}

const textOf = (id: string): Words => requirements.get(id)?.text ?? { ja: id, en: id };
const waivers = { no: '不可 · never', yes: '可 · yes', safety: '師長と医師 · head nurse and doctor' };
const conditionsOf = (ids: readonly string[]) => ids.map(id => `${textOf(id).ja} ${code(id)}`).join('<br>');

function stageSection(stage: string): string[] {
  const meta = stageMetas.get(stage);
  const forward = forwardMove(stage);
  const needs = forward?.params.needs ?? [];
  const others = ofStage(stage).filter(move => !forward || lineOf(move) !== lineOf(forward));
  const { label = { ja: stage, en: stage }, column = '', owner = '', guideDays } = meta ?? {};
  const guide = guideDays ? ` · 目安 usually ${guideDays} days` : '';
  return [
    `## ${both(label)} ${code(stage)}`,
    '',
    `列 Column: ${columnWords(column)} · 担当 Owner: ${said(owner)}${guide}`,
    ...(forward ? ['', `**次へ Forward:** ${eventWords(forward.event)} → ${forwardTargets(stage, forward)}`] : []),
    ...conditions(needs),
    ...(others.length > 0 ? ['', ...otherMoves(others)] : []),
    ...conditions([...new Set(others.flatMap(move => move.params.needs))].filter(id => !needs.includes(id))),
  ];
}

/** Figures are those of a case: 「試み …回」. */
const withoutFigures = (text: string) => text.replace(/\{\w+\}/g, '…');

const columnWords = (column: string) => {
  const label = columns.find(({ id }) => id === column)?.label;
  return label ? both(label) : column;
};

/** Where the forward move leads: to several stages, when it goes back to where the child came from. */
function forwardTargets(stage: string, forward: Move): string {
  const moves = ofStage(stage).filter(({ event }) => event === forward.event);
  return [...new Set(moves.map(targetWords))].join(' / ');
}

/** Requirements in their order: as a condition, as something to do, whose turn it is, who may waive it, and by what it is fixed. */
function conditions(ids: readonly string[]): string[] {
  const rows = ids.flatMap((id, index) => {
    const found = requirements.get(id);
    if (!found) return [];
    const { text, todo, waivable, fix, turn } = found;
    const made = `${code(id)} ← ${code(fix)}`;
    return [row(String(index + 1), withoutFigures(both(text)), both(todo), said(turn), waivers[waivable], made)];
  });
  const head = ['', '条件 · Condition', '次にすること · To do', '番 · Turn', '例外 · Waivable', 'Requirement ← event'];
  return rows.length > 0 ? ['', ...table(head, rows)] : [];
}

function otherMoves(moves: readonly Move[]): string[] {
  const rows = moves.map(move =>
    row(
      eventWords(move.event),
      `${targetWords(move)} ${code(target(move))}`,
      choosing(move),
      conditionsOf(move.params.needs),
    ),
  );
  return table(['ほかの動き · Other move', '行き先 · To', 'とき · When', '条件 · Conditions'], [...new Set(rows)]);
}

/** What chooses a target among several: fields of the move, and where the child came from. */
function choosing({ params: { when = {}, cameFrom, stay, unlessStage } }: Move): string {
  const fields = Object.entries(when).map(([name, value]) => `${saidJa(value)} ${code(`${name} = ${value}`)}`);
  const others = [
    ...(cameFrom ? [`${cameFrom.map(saidJa).join('・')}から ${code(`from ${cameFrom.join(', ')}`)}`] : []),
    ...(stay ? [stay === 'home' ? '自宅外泊 · stay at home' : '院内外泊 · rehearsal in hospital'] : []),
    ...(unlessStage ? [`${saidJa(unlessStage)}のほかから · not in ${code(unlessStage)}`] : []),
  ];
  return [...fields, ...others].join('; ');
}

const titles: Record<EventKind, string> = {
  fact: '記録 · Facts',
  move: '段階の移動 · Moves',
  time: '時計から · Events of the clock',
};

function eventSection(kind: EventKind): string[] {
  const stagesOf = new Map(describePathway().events.map(({ type, stages }) => [type, stages]));
  const rows = eventDefinitions
    .filter(definition => definition.kind === kind)
    .map(definition => {
      const where = stagesOf.get(definition.type) ?? [];
      const stages = where.length > 0 ? where.map(saidJa).join('、') : '開いている段階すべて · every open stage';
      const when = definition.type === registrationType ? '最初に一度 · first, once' : stages;
      return row(code(definition.type), both(definition.label), said(definition.category), fieldsOf(definition), when);
    });
  return [
    `## ${titles[kind]}`,
    '',
    ...table(['Event', '言葉 · Label', '区分 · Category', 'Fields (text in italics)', '段階 · Stages'], rows),
  ];
}

function fieldsOf({ body, texts }: EventDefinition): string {
  const fields = Object.entries(body.shape).map(
    ([name, field]) => `${name}${field.safeParse(undefined).success ? '?' : ''}`,
  );
  return [...fields, ...Object.entries(texts).map(([name, { required }]) => `*${name}${required ? '' : '?'}*`)].join(
    ', ',
  );
}

function deadlines(): string[] {
  const rows = Object.entries(deadlineKinds).map(([kind, { label, from, fires }]) =>
    row(code(kind), both(label), both(from), fires ? eventWords(fires) : '表示だけ · shown only'),
  );
  return table(['Kind', '名前 · Label', '日 · Day', 'その日 · On that day'], rows);
}
