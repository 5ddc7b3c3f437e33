import { partWords } from '../../words/part.words.js';

/** Docked above the tabs: what is new comes when it is asked for, the list never moves under the hand. */
export const NewBar = ({ count, onShow }: { readonly count: number; readonly onShow: () => void }) => (
  <button type="button" className="ph-new" onClick={onShow}>
    {partWords.newTasks(count)}
  </button>
);
