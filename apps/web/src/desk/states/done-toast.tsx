import { message } from 'antd';
import { useEffect } from 'react';
import { Icon } from '../../kit/icon.js';

const STAYS_S = 5;

/** The same said again is another one. */
export interface SaidDone {
  readonly said: string;
}

/** 办成了. */
export function DoneToast({ done }: { readonly done: SaidDone }) {
  const [toasts, holder] = message.useMessage({ duration: STAYS_S });
  useEffect(() => {
    void toasts.open({ content: done.said, icon: <Icon name="tick" /> });
  }, [toasts, done]);
  return holder;
}
