import { useMemo, useState } from 'react';
import type { FieldSurroundings } from '../../forms/field-props.js';
import { sendFile } from '../../forms/send-file.js';

type Names = Readonly<Record<string, string>>;
type Sending = Pick<FieldSurroundings, 'sendFile' | 'fileName'> & { readonly names: Names };

/** Files of one step: how they are sent, and what those are called that were sent here, or stand in its draft. */
export function useFileSending(taskId: string, known: Names): Sending {
  const [names, setNames] = useState(known);
  return useMemo(
    () => ({
      sendFile: async (file, { key }, onProgress) => {
        const sent = await sendFile(taskId, key, file, onProgress);
        setNames((before) => ({ ...before, [sent.reference.id]: sent.name }));
        return sent;
      },
      fileName: (id) => names[id],
      names,
    }),
    [taskId, names],
  );
}
