import { readsWhole } from '@kaerimichi/access';
import type { DocumentsSeen } from '@kaerimichi/casework';
import { type Category, tokyoDay } from '@kaerimichi/discharge';
import type { Edition, Paper, Template } from '@kaerimichi/documents';
import type { ApiPorts } from '../ports.ts';
import { namesOfSteps } from './list-versions.ts';

type Version = {
  readonly of: Pick<DocumentsSeen, 'no' | 'version' | 'rights'>;
  readonly version: DocumentsSeen['kept'][number];
  /** What stands on it, as text that is kept. */
  readonly whole: string;
  readonly template: Template;
  /** Which of its categories are read; by the rights of whoever reads, unless it is told otherwise. */
  readonly reads?: (category: Category) => boolean;
};

type Ready = {
  readonly paper: Paper;
  readonly print: {
    readonly no: string;
    readonly version: number;
    readonly edition: string;
    readonly at: string;
    readonly isDemo: boolean;
  };
  readonly name: string;
};

/** A version as it is printed: of what its reader may read, with its state and who approved it. */
export async function paperOfVersion(
  ports: ApiPorts,
  { of, version, whole, template, reads }: Version,
): Promise<Ready> {
  const { editionWords, readPaper, tellDocument, withEdition } = await import('@kaerimichi/documents');
  const names = await namesOfSteps(ports, [version]);
  const { nth, state, approved, issued, content } = version;
  const edition: Edition = {
    ...{ nth, state, content },
    approved: approved && { by: names[approved.person] ?? '', on: tokyoDay(approved.at) },
    issuedOn: issued && tokyoDay(issued.at),
  };
  const isRead = reads ?? ((category: Category) => readsWhole(of.rights, category));
  const { paper } = tellDocument(readPaper(whole), isRead);
  const { no } = of;
  const isDemo = ports.settings.isDemo;
  return {
    paper: withEdition(paper, edition),
    print: { no, version: of.version, edition: editionWords(edition), at: ports.clock.now(), isDemo },
    name: `${no}-${template.title.ja}-${nth}.pdf`,
  };
}
