import { useEffect } from 'react';
import { useLocation } from 'react-router';

type Coming = { readonly leftForm: string };

/** Says on the case's page which form was left, so that the focus goes back to the link that opened it. */
export const comingBack = (form: string): Coming => ({ leftForm: form });

const isComing = (state: unknown): state is Coming =>
  typeof state === 'object' && state !== null && typeof (state as Partial<Coming>).leftForm === 'string';

const isTo = (form: string) => (link: HTMLAnchorElement) => link.getAttribute('href') === form;

/** After a form was left by Escape: the focus stands where it was opened, or on the page where no link leads to it. */
export function useReturnedFocus(): void {
  const { state } = useLocation();
  const form = isComing(state) ? state.leftForm : null;
  useEffect(() => {
    if (form === null) return;
    // After the frame has taken the focus to the page's beginning, as it does on every new page.
    const frame = requestAnimationFrame(() => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')];
      links.find(isTo(form))?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [form]);
}
