import { Button } from 'antd';
import { words } from '../../words/words.js';

interface MoreProps {
  readonly query: { readonly hasNextPage: boolean; readonly fetchNextPage: () => Promise<unknown> };
}

/** Below a list that goes on: its next page. */
export const MoreRows = ({ query }: MoreProps) =>
  query.hasNextPage && (
    <div className="ft">
      <Button onClick={() => void query.fetchNextPage()}>{words.more}</Button>
    </div>
  );
