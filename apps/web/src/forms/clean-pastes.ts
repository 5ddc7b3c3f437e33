import { withoutHiddenSigns } from '@wuqing/kernel';

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/**
 * Signs that nobody sees come along with what is copied from a page or a message. They are left out on the way into a field, in
 * sight of whoever pastes: what stands there is what is sent. The browser's own command keeps the place of the caret and the way back.
 */
export function cleanPastes(page: Document): void {
  page.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const seen = withoutHiddenSigns(pasted);
    if (event.defaultPrevented || !isTextField(event.target) || seen === pasted) return;
    event.preventDefault();
    if (seen !== '') page.execCommand('insertText', false, seen);
  });
}
