import { Select } from 'antd';
import type { ProcessVersionsView, VersionChoiceView } from '../../../client/api.js';
import { Labelled } from '../../../kit/labelled.js';
import { momentOf } from '../../../kit/moment.js';
import { batch } from '../../../words/migration.words.js';
import { tells } from '../../../words/operation.words.js';
import { firstVersions } from './first-versions.js';
import type { Versions } from './use-plans.js';

const labelOf = ({ version, inForce, effectiveFrom }: VersionChoiceView): string =>
  tells.version(version, inForce, momentOf(effectiveFrom).slice(0, 10));

interface VersionFieldsProps {
  readonly processes: readonly ProcessVersionsView[];
  readonly value: Versions;
  readonly onChange: (value: Versions) => void;
}

export function VersionFields({ processes, value, onChange }: VersionFieldsProps) {
  const process = processes.find(({ processKey }) => processKey === value.processKey)!;
  return (
    <>
      <Choice
        label={batch.process}
        value={value.processKey}
        options={processes.map(({ processKey, processName }) => [processKey, processName])}
        onChange={(key) => onChange(firstVersions(processes.find(({ processKey }) => processKey === key)!))}
      />
      <Choice
        label={batch.from}
        value={String(value.fromVersion)}
        options={process.versions
          .filter(({ running, version }) => running > 0 || version === value.fromVersion)
          .map((one) => [String(one.version), batch.fromVersion(labelOf(one), one.running)])}
        onChange={(version) => onChange(firstVersions(process, Number(version)))}
      />
      <Choice
        label={batch.to}
        value={String(value.version)}
        options={process.versions
          .filter(({ version }) => version !== value.fromVersion)
          .map((one) => [String(one.version), labelOf(one)])}
        onChange={(version) => onChange({ ...value, version: Number(version) })}
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <Labelled title={label}>
    <Select
      value={value}
      options={options.map(([option, text]) => ({ value: option, label: text }))}
      onChange={onChange}
    />
  </Labelled>
);
