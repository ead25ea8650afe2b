/** Messages a socket may send: 20 a second with a burst of 40; beyond it is cut. */
const PER_SECOND = 20;
const BURST = 40;

export function createMeter(now: () => number = () => performance.now()): { takes(): boolean } {
  let tokens = BURST;
  let last = now();
  return {
    takes() {
      const at = now();
      tokens = Math.min(BURST, tokens + ((at - last) / 1000) * PER_SECOND);
      last = at;
      tokens -= 1;
      return tokens >= 0;
    },
  };
}
