/** The program cannot start, and this sentence says why and what to do; shown as it is, without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
