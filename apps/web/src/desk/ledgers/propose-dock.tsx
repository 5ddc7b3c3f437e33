import { Button } from 'antd';
import type { ShownField } from '../../forms/form-model.js';
import { Dock } from '../../kit/dock.js';
import { formWords } from '../../words/form.words.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { Missing } from '../forms/form-dock.js';

interface DockProps {
  readonly missing: readonly ShownField[];
  readonly act: keyof typeof ledgerWords.acts;
  readonly isBusy: boolean;
}

/** What is missing yet, and the one action. */
export const ProposeDock = ({ missing, act, isBusy }: DockProps) => (
  <Dock>
    <span className="s t2">
      {missing.length === 0 ? formWords.nothingMissing : <Missing missing={missing} />}
    </span>
    <Button type="primary" htmlType="submit" loading={isBusy}>
      {ledgerWords.submit(ledgerWords.acts[act])}
    </Button>
  </Dock>
);
