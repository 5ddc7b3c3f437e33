import { useMemo, useState } from 'react';
import type { FieldSurroundings } from '../../forms/field-props.js';
import { sendFile } from '../../forms/send-file.js';

/** Files of one step: how they are sent, and what those are called that were sent here. */
export function useFileSending(taskId: string): Pick<FieldSurroundings, 'sendFile' | 'fileName'> {
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  return useMemo(
    () => ({
      sendFile: async (file, { key }, onProgress) => {
        const sent = await sendFile(taskId, key, file, onProgress);
        setNames((known) => ({ ...known, [sent.reference.id]: sent.name }));
        return sent;
      },
      fileName: (id) => names[id],
    }),
    [taskId, names],
  );
}
