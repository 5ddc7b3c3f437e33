import type { Json, JsonObject } from '@wuqing/kernel';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { UserTaskDetailView } from '../../client/api.js';
import { filesOfTask } from '../../device/device-store.js';
import type { DeviceFile } from '../../device/device-rows.js';
import { markedPhoto, sha256Of } from '../../device/photo.js';
import { takeFile, tryToSend } from '../../device/travelling-files.js';
import type { FieldSurroundings, SendFile } from '../../forms/field-props.js';
import { momentOf } from '../../kit/moment.js';
import { useMe } from '../shell/me.js';

/** Files of one step: taken onto the device at once, sent behind; what they are called, and how they look. */
export function useDeviceFiles(task: UserTaskDetailView, names: JsonObject) {
  const me = useMe();
  const personId = me.person.id;
  const [files, setFiles] = useState<readonly DeviceFile[]>([]);
  useEffect(() => {
    void filesOfTask(personId, task.id).then((found) => {
      setFiles(found);
      for (const file of found) tryToSend(file);
    });
  }, [personId, task.id]);
  const take = useCallback(
    async (file: File, field: string, isPhoto: boolean) => {
      const mark = `${task.unitName}　${momentOf(new Date().toISOString())}　${me.person.name}`;
      const content = isPhoto ? await markedPhoto(file, mark) : { blob: file as Blob, name: file.name };
      const kept: DeviceFile = { ...content, id: crypto.randomUUID(), personId, taskId: task.id, field };
      await takeFile(kept);
      setFiles((now) => [...now, kept]);
      return { name: kept.name, bytes: kept.blob.size, reference: await referenceTo(kept) };
    },
    [me.person.name, personId, task.id, task.unitName],
  );
  const sendFile: SendFile = useCallback(
    (file, field) => take(file, field.key, field.kind === 'photo'),
    [take],
  );
  return useMemo((): DeviceFiles => {
    const nameOf = (id: string): string | undefined => {
      const told: Json | undefined = names[id];
      return files.find((one) => one.id === id)?.name ?? (typeof told === 'string' ? told : undefined);
    };
    return { sendFile, fileName: nameOf, files };
  }, [files, names, sendFile]);
}

export type DeviceFiles = Pick<FieldSurroundings, 'sendFile' | 'fileName'> & {
  readonly files: readonly DeviceFile[];
};

const referenceTo = async ({ id, blob }: DeviceFile) => ({ id, sha256: await sha256Of(blob) });
