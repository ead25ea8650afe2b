import type { Taken } from './take.ts';

/** A page in Markdown that shows every picture, by who looks; each is described by the title of its screen. */
export function indexPage(taken: readonly Taken[]): string {
  const lines = ['# Screens', '', 'Written by `npm run screens`, as README.md beside it says.'];
  let heading = '';
  for (const { shot, title, files } of taken) {
    const next = `${shot.who ?? 'anybody'}${shot.language === 'en' ? ', English' : ''}`;
    if (next !== heading) lines.push('', `## ${next}`);
    heading = next;
    lines.push('', `### ${title}`, '', `\`${shot.name}\``, '', ...files.map(file => pictureOf(title, file)));
  }
  return `${lines.join('\n')}\n`;
}

function pictureOf(title: string, file: string): string {
  const [width, theme] = file.split('.').slice(-3);
  return `![${title} (${width} px, ${theme})](${encodeURI(file)})`;
}
