import { Button } from 'antd';
import { Dock } from '../../kit/dock.js';
import type { ShownField } from '../../forms/form-model.js';
import { formWords } from '../../words/form.words.js';
import { fieldId } from './form-groups.js';

const NAMES_SHOWN = 4;

interface DockProps {
  readonly missing: readonly ShownField[];
  /** The step that comes next on the drawing's main road. */
  readonly next: string | undefined;
  readonly isBusy: boolean;
  /** Where the draft lies. */
  readonly draft: React.ReactNode;
  /** What else may be done. */
  readonly more: React.ReactNode;
}

/** Brings a field into sight and the hand to it. */
export function goToField(key: string): void {
  const control = document.getElementById(fieldId(key));
  (control?.closest('.fld, .files') ?? control)?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}

/** Names what is missing, each a link to its field; the one action says what comes of it and is never greyed out. */
export const FormDock = ({ missing, next, isBusy, draft, more }: DockProps) => (
  <Dock said={draft}>
    <span className="s t2">
      {missing.length === 0 ? formWords.nothingMissing : <Missing missing={missing} />}
    </span>
    {more}
    <Button type="primary" htmlType="submit" loading={isBusy}>
      {next === undefined ? formWords.submit : formWords.submitTo(next)}
    </Button>
  </Dock>
);

export const Missing = ({ missing }: Pick<DockProps, 'missing'>) => (
  <>
    {formWords.missing(missing.length)}
    {missing.slice(0, NAMES_SHOWN).map(({ key, title }, at) => (
      <span key={key}>
        {at > 0 && '、'}
        <button type="button" className="btn link sm" onClick={() => goToField(key)}>
          {title}
        </button>
      </span>
    ))}
    {missing.length > NAMES_SHOWN && '…'}
  </>
);
