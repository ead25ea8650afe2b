import { diskFull, StartRefused } from '@kaerimichi/store';

const unreachable = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH'];
const notLetIn = ['28000', '28P01', '3D000'];
const closed = ['EACCES', 'EPERM', 'EROFS'];
/** Where a folder is to be made or looked through. */
const noFolder = ['ENOTDIR', 'EEXIST', 'ENOENT', 'ENAMETOOLONG', 'ELOOP'];
const full = ['ENOSPC', 'EDQUOT', '53100'];

/** What is wrong with the world and not with the program, as a sentence that says what to do; anything else as it is. */
export function asRefusal(fault: unknown): unknown {
  if (!(fault instanceof Error) || fault instanceof StartRefused) return fault;
  const code = 'code' in fault ? String(fault.code) : '';
  const path = 'path' in fault ? String(fault.path) : '';
  if (unreachable.includes(code)) return new StartRefused(noAnswer(code), 'start-failed', fault);
  if (notLetIn.includes(code)) return new StartRefused(refusedBy(fault.message), 'start-failed', fault);
  if (code === '42501') return new StartRefused(noRight(fault.message), 'start-failed', fault);
  if (full.includes(code)) return diskFull(path, fault);
  if (noFolder.includes(code) && isOfFolder(fault))
    return new StartRefused(notAFolder(path, code), 'start-failed', fault);
  return closed.includes(code) && path !== '' ? new StartRefused(noAccess(path), 'start-failed', fault) : fault;
}

const isOfFolder = (fault: object) => 'syscall' in fault && ['mkdir', 'scandir'].includes(String(fault.syscall));

const noAnswer = (code: string) => ({
  ja: `データベースが応答しません（${code}）。DATABASE_URL と ADMIN_DATABASE_URL の宛先と、PostgreSQL が動いていることを確かめてください。`,
  en: `The database does not answer (${code}). Check the addresses in DATABASE_URL and ADMIN_DATABASE_URL, and that PostgreSQL is running.`,
});

const refusedBy = (said: string) => ({
  ja: `データベースに入れません（${said}）。DATABASE_URL と ADMIN_DATABASE_URL の名前・パスワード・データベース名を確かめてください。`,
  en: `The database does not let us in (${said}). Check names, passwords and the database's name in DATABASE_URL and ADMIN_DATABASE_URL.`,
});

const noRight = (said: string) => ({
  ja: `データベースでの権限が足りません（${said}）。ADMIN_DATABASE_URL には、データベースの所有者を指定してください。`,
  en: `A right is missing in the database (${said}). ADMIN_DATABASE_URL must name the owner of the database.`,
});

const notAFolder = (path: string, code: string) => ({
  ja: `${path} をデータの場所にできません（${code}）。DATA_DIR に、フォルダーを作れる場所を指定してください。`,
  en: `${path} cannot be made a folder for the data (${code}). Name a place where a folder can be made as DATA_DIR.`,
});

const noAccess = (path: string) => ({
  ja: `${path} を読み書きできません。起動している利用者の権限を直すか、DATA_DIR で別の場所を指定してください。`,
  en: `${path} cannot be read or written. Mend the rights of the user who starts the program, or name another DATA_DIR.`,
});
