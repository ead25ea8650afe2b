/** Enter as it is pressed, and the field it is pressed in. */
export type EnterPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  /** 229: an input method has it. */
  readonly keyCode: number;
  readonly repeat: boolean;
};
type Pressed = { readonly tag: string; readonly type: string; readonly autoComplete: string };

const fields = ['INPUT', 'TEXTAREA', 'SELECT'];
/** One line each; Japanese is not written into the others, where Enter sends as people expect. */
const written = ['text', 'tel', 'number'];
/** A password that is shown is a line of text. */
const isSignIn = /username|password|one-time-code/;

/**
 * What Enter does in a form: with Ctrl it sends, in a line where Japanese is written and while an input method has it
 * it stays; null: what the browser does.
 */
export function enterIn(press: EnterPress, field: Pressed): 'send' | 'stay' | null {
  // On a link or a button Enter is its own, with Ctrl too.
  if (press.key !== 'Enter' || !fields.includes(field.tag)) return null;
  const isLine = field.tag === 'INPUT';
  if (press.isComposing || press.keyCode === 229) return isLine ? 'stay' : null;
  if (press.ctrlKey || press.metaKey) return press.repeat ? 'stay' : 'send';
  return isLine && written.includes(field.type) && !isSignIn.test(field.autoComplete) ? 'stay' : null;
}

/** For every form of the page, whatever is drawn in it; what a field has taken for itself stays with it. */
export function listenToEnter(page: Document): void {
  page.addEventListener('keydown', event => {
    const field = event.target;
    const form = field instanceof Element ? field.closest('form') : null;
    if (!(form && field instanceof Element)) return;
    const autoComplete = field.getAttribute('autocomplete') ?? '';
    const type = field instanceof HTMLInputElement ? field.type : '';
    const act = enterIn(event, { tag: field.tagName, type, autoComplete });
    if (act !== null) event.preventDefault();
    if (act === 'send') sendButtonOf(form)?.click();
  });
}

/** As if it were pressed: one that is off does nothing. */
const sendButtonOf = (form: HTMLFormElement): HTMLElement | undefined =>
  [...form.elements].find(part => part instanceof HTMLButtonElement && part.type === 'submit') as
    | HTMLButtonElement
    | undefined;
