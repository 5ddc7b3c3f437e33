import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ExecutableProcess, ExtensionElement } from '@wuqing/bpmn-model';
import { houseWords } from '@wuqing/publication';
import { planNotices } from '../../activities/src/plan-notices.js';
import { reopeningOf } from '../../apps/api/src/cases/reopening.js';
import {
  fixedTitleOf,
  levelOf,
  toldStepsOf,
  unconfirmedOf,
} from '../../apps/api/src/platform/process-facts.js';

/** An extension that keeps which of its attributes somebody asks for. */
function recorded(name: string): { extension: ExtensionElement; asked: Set<string> } {
  const asked = new Set<string>();
  const attributes = new Proxy<Record<string, string>>(
    {},
    {
      get: (_none, key) => {
        asked.add(String(key));
        return 'x';
      },
    },
  );
  return { extension: { name, attributes, children: [] }, asked };
}

/** Word → who reads it, behind a door that no room may enter. */
const readers: Readonly<Record<string, (extension: ExtensionElement) => unknown>> = {
  publication: (extension) =>
    planNotices(
      {
        key: 'p',
        nodes: { u: { id: 'u', name: 'u', extensions: [extension] } },
      } as unknown as ExecutableProcess,
      'u',
      {},
    ),
  confidential: (extension) => levelOf({ extensions: [extension] }),
  unconfirmed: (extension) => unconfirmedOf({ extensions: [extension] }),
  caseTitle: (extension) => fixedTitleOf({ extensions: [extension] }),
  told: (extension) => toldStepsOf({ nodes: { a: { id: 'a', extensions: [extension] } } }),
  linkedCase: (extension) => reopeningOf({ extensions: [extension] }),
};

/** What is read inside a transaction alone: attribute → the file. */
const inTransaction: Readonly<Record<string, string>> = {
  ended: 'libs/persistence/src/journal/tell-first-case.ts',
};

describe('the words of the house', () => {
  it.each(Object.keys(readers))('%s: every attribute that publication takes is read', (name) => {
    const { extension, asked } = recorded(name);
    readers[name]!(extension);
    const unread = (houseWords[name]!.attributes ?? []).filter((attribute) => !asked.has(attribute));
    for (const attribute of unread)
      expect(
        readFileSync(
          join(resolve(import.meta.dirname, '../..'), inTransaction[attribute] ?? attribute),
          'utf8',
        ),
      ).toContain(`['${attribute}']`);
  });
});
