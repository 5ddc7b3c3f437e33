/** What of a key press tells whether it is meant for the page. */
export interface Press {
  readonly key: string;
  readonly isComposing: boolean;
  /** 229 is what browsers give while an input method has the keyboard, some of them without `isComposing`. */
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
}

const OF_THE_INPUT_METHOD = 229;

export const isComposed = ({ isComposing, keyCode }: Press): boolean =>
  isComposing || keyCode === OF_THE_INPUT_METHOD;

/** A letter by itself, outside of fields and dialogs: those keep every key. */
export const isPlain = (press: Press, isTyping: boolean): boolean =>
  !isTyping &&
  !isComposed(press) &&
  !press.ctrlKey &&
  !press.metaKey &&
  !press.altKey &&
  !press.defaultPrevented;

export const isPaletteKey = (press: Press): boolean =>
  !isComposed(press) && (press.ctrlKey || press.metaKey) && !press.altKey && press.key.toLowerCase() === 'k';

/** Where letters are text, or a dialog waits for an answer. */
export const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog], [role=listbox]',
  ) !== null;
