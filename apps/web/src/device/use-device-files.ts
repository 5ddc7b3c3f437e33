import type { Json, JsonObject } from '@wuqing/kernel';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MeView, UserTaskDetailView } from '../client/api.js';
import { followSession } from '../client/session-news.js';
import type { FieldSurroundings, SendFile } from '../forms/field-props.js';
import { isPhotoFor } from '../forms/files-of-field.js';
import { momentOf } from '../kit/moment.js';
import type { DeviceFile } from './device-rows.js';
import { filesOfTask } from './device-store.js';
import { markedPhoto, sha256Of } from './photo.js';
import { dropFile as forget, goOn, takeFile } from './travelling-files.js';

export type DeviceFiles = Pick<FieldSurroundings, 'sendFile' | 'dropFile'> & {
  readonly files: readonly DeviceFile[];
  /** What a file that is in the answer is called. */
  readonly fileName: (id: string) => string | undefined;
};

interface Whose {
  readonly me: Pick<MeView, 'person'>;
  readonly task: Pick<UserTaskDetailView, 'id' | 'unitName'>;
  /** What files are called that have arrived, by their id. */
  readonly names: JsonObject;
}

const referenceTo = async ({ id, blob }: DeviceFile) => ({ id, sha256: await sha256Of(blob) });

/** Files of one step: taken onto the device at once, sent behind; what they are called, and how they look. */
export function useDeviceFiles({ me, task, names }: Whose): DeviceFiles {
  const personId = me.person.id;
  const [files, setFiles] = useKeptFiles(personId, task.id);
  const sendFile: SendFile = useCallback(
    async (file, field) => {
      const mark = `${task.unitName}　${momentOf(new Date().toISOString())}　${me.person.name}`;
      const content = isPhotoFor(field, file.type)
        ? await markedPhoto(file, mark)
        : { blob: file as Blob, name: file.name };
      const kept: DeviceFile = {
        ...content,
        id: crypto.randomUUID(),
        personId,
        taskId: task.id,
        field: field.key,
      };
      await takeFile(kept);
      setFiles((now) => [...now, kept]);
      return referenceTo(kept);
    },
    [me.person.name, personId, setFiles, task.id, task.unitName],
  );
  const dropFile = useCallback(
    (id: string) => {
      const gone = files.find((one) => one.id === id);
      if (!gone) return;
      setFiles((now) => now.filter((one) => one.id !== id));
      void forget(gone);
    },
    [files, setFiles],
  );
  return useMemo(() => {
    const fileName = (id: string): string | undefined => {
      const told: Json | undefined = names[id];
      return files.find((one) => one.id === id)?.name ?? (typeof told === 'string' ? told : undefined);
    };
    return { sendFile, dropFile, fileName, files };
  }, [dropFile, files, names, sendFile]);
}

/** What lies on the device for a step; it goes on when the page is opened, when the network is there again, and when somebody has signed in again. */
function useKeptFiles(personId: string, taskId: string) {
  const [files, setFiles] = useState<readonly DeviceFile[]>([]);
  useEffect(() => {
    const send = () =>
      void filesOfTask(personId, taskId).then((found) => {
        setFiles(found);
        goOn(found);
      });
    send();
    window.addEventListener('online', send);
    const endFollowing = followSession({ onRenewed: send });
    return () => {
      window.removeEventListener('online', send);
      endFollowing();
    };
  }, [personId, taskId]);
  return [files, setFiles] as const;
}
