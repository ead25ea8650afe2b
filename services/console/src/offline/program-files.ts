const SCRIPT = '/offline-worker.js';

/** Whether this address can keep the program: not over plain HTTP to another computer. */
export const canKeepProgram = (): boolean => window.isSecureContext && 'serviceWorker' in navigator;

/** Keeps the files of the program in this browser, so that a page comes without a network. */
export function startWorker(): void {
  if (!canKeepProgram()) return;
  // What cannot be kept now is tried again with the next page.
  void navigator.serviceWorker.register(SCRIPT, { scope: '/', updateViaCache: 'none' }).catch(() => undefined);
}

/** Whether every file is there already. */
export async function isProgramKept(): Promise<boolean> {
  const found = canKeepProgram() ? await navigator.serviceWorker.getRegistration('/') : undefined;
  return found?.scope === `${location.origin}/` && found.active !== null;
}

export async function removeWorker(): Promise<void> {
  if (!canKeepProgram()) return;
  const found = await navigator.serviceWorker.getRegistration('/');
  // Of another scope there is the one for pushes, which stays.
  if (found?.scope === `${location.origin}/`) await found.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith('program')).map(name => caches.delete(name)));
}
