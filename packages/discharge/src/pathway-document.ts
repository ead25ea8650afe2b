import { deadlineKinds } from './deadline-kinds.ts';
import { describePathway } from './describe-pathway.ts';
import { pathwayVersion } from './discharge.ts';
import type { EventDefinition, EventKind } from './event.ts';
import { eventDefinitions, eventsByType } from './events.ts';
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
const target = ({ to, how }: Move) => (how ? `closed.${how}` : to);

/** `docs/pathway.md`: the chart, its conditions, events and deadlines as they are in the program. The same input, the same text. */
export function pathwayDocument(): string {
  const stages = [...stageMetas.keys()];
  const sections = [
    [
      '# The pathway',
      '',
      `Generated from the chart, pathway version ${pathwayVersion}. Change the chart, not this page.`,
    ],
    ['## Diagram', '', ...diagram()],
    ['## Tracks', '', ...tracks()],
    ...stages.map(stageSection),
    ['## In every open stage', '', ...otherMoves(everywhere())],
    ['## Transition to adult care', ...adultSection()],
    ...(['fact', 'move', 'time'] as const).map(eventSection),
    ['## Deadlines', '', ...deadlines()],
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
  return allMoves().filter(
    move => move.from === stage && !common.has(lineOf(move)) && !move.event.startsWith('adult.'),
  );
};

function diagram(): string[] {
  const stages = [...stageMetas].map(([stage, { label }]) => `  ${stage} : ${label.ja} ${stage}`);
  const arrows = [...stageMetas.keys()].flatMap(stage =>
    ofStage(stage)
      .filter(({ event, to, from }) => event !== 'case.adopted' && to !== from)
      .map(({ from, to, event, how }) => `  ${from} --> ${to} : ${event}${how ? ` (${how})` : ''}`),
  );
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> screening', ...stages, ...new Set(arrows), '```'];
}

function tracks(): string[] {
  const rows = Object.entries(trackRequirements).map(([track, id]) => row(track, id, both(textOf(id))));
  return [
    'Each is `working` or `ready`, as its condition stands; beside them the region `adult` goes',
    '`none → prompted → open → mapped → sharedCare → transferred | stayed`.',
    '',
    ...table(['Track', 'Follows', 'Condition'], rows),
  ];
}

function adultSection(): string[] {
  const moves = allMoves().filter(({ event }) => event.startsWith('adult.'));
  const rows = moves.map(({ event, params }) => row(`\`${event}\``, params.needs.join(', ')));
  return ['', ...table(['Move', 'Requirements'], rows), ...conditions(moves.flatMap(({ params }) => params.needs))];
}

const textOf = (id: string): Words => requirements.get(id)?.text ?? { ja: id, en: id };
const waivers = { no: 'no', yes: 'yes', safety: 'head nurse and doctor' };

function stageSection(stage: string): string[] {
  const meta = stageMetas.get(stage);
  const forward = forwardMove(stage);
  const needs = forward?.params.needs ?? [];
  const others = ofStage(stage).filter(move => !forward || lineOf(move) !== lineOf(forward));
  const guide = meta?.guideDays ? `, usually ${meta.guideDays} days` : '';
  return [
    `## ${stage} ${meta?.label.ja ?? ''}`,
    '',
    `${meta?.label.en ?? ''}. Column \`${meta?.column ?? ''}\`${guide}.`,
    ...(forward ? ['', `Forward: \`${forward.event}\` → ${target(forward)}.`] : []),
    ...conditions(needs),
    ...(others.length > 0 ? ['', ...otherMoves(others)] : []),
    ...conditions([...new Set(others.flatMap(move => move.params.needs))].filter(id => !needs.includes(id))),
  ];
}

/** Requirements in their order, each with its sentence, who may waive it, the event that fixes it and whose turn it is. */
function conditions(ids: readonly string[]): string[] {
  const rows = ids.map((id, index) => {
    const { text, waivable = 'no', fix = '', turn = '' } = requirements.get(id) ?? {};
    return row(String(index + 1), id, text?.ja ?? '', text?.en ?? '', waivers[waivable], fix, turn);
  });
  return rows.length > 0
    ? ['', ...table(['', 'Requirement', '条件', 'In English', 'Waivable', 'Fix', 'Turn'], rows)]
    : [];
}

function otherMoves(moves: readonly Move[]): string[] {
  const rows = moves.map(move => row(`\`${move.event}\``, target(move), choosing(move), move.params.needs.join(', ')));
  return table(['Other move', 'To', 'When', 'Requirements'], [...new Set(rows)]);
}

/** What chooses a target among several: fields of the move, and where the child came from. */
function choosing({ params: { when = {}, cameFrom, stay, unlessStage } }: Move): string {
  const fields = Object.entries(when).map(([name, value]) => `${name} = ${value}`);
  const others = [
    ...(cameFrom ? [`from ${cameFrom.join(', ')}`] : []),
    ...(stay ? [`stay = ${stay}`] : []),
    ...(unlessStage ? [`not in ${unlessStage}`] : []),
  ];
  return [...fields, ...others].join('; ');
}

const titles: Record<EventKind, string> = { fact: 'Facts', move: 'Moves', time: 'Events of the clock' };

function eventSection(kind: EventKind): string[] {
  const stagesOf = new Map(describePathway().events.map(({ type, stages }) => [type, stages]));
  const rows = eventDefinitions
    .filter(definition => definition.kind === kind)
    .map(definition => {
      const where = stagesOf.get(definition.type) ?? [];
      const stages = where.length > 0 ? where.join(', ') : 'every open stage';
      return row(`\`${definition.type}\``, both(definition.label), definition.category, fieldsOf(definition), stages);
    });
  return [
    `## ${titles[kind]}`,
    '',
    ...table(['Event', 'Label', 'Category', 'Fields (text in italics)', 'Stages'], rows),
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
    row(
      kind,
      both(label),
      both(from),
      fires ? `\`${fires}\`: ${eventsByType.get(fires)?.label.en ?? ''}` : 'shown only',
    ),
  );
  return table(['Kind', 'Label', 'Day', 'On that day'], rows);
}
