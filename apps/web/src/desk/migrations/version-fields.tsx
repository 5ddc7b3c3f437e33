import type { ProcessVersions, VersionChoice } from '../../shared/contract.js';
import { momentOf } from '../../shared/moment.js';
import { tells } from '../operations/operation-words.js';
import { batch } from './migration-words.js';
import type { Versions } from './use-plans.js';

const labelOf = ({ version, inForce, effectiveFrom }: VersionChoice): string =>
  tells.version(version, inForce, momentOf(effectiveFrom).slice(0, 10));

/** From the version by which most cases run that is not in force, to the one in force. */
export function firstVersions({ processKey, versions }: ProcessVersions, from?: number): Versions {
  const byCases = [...versions].sort(
    (a, b) => Number(a.inForce) - Number(b.inForce) || b.running - a.running,
  );
  const fromVersion = from ?? (byCases.find(({ running }) => running > 0) ?? byCases[0]!).version;
  const others = versions.filter(({ version }) => version !== fromVersion);
  return { processKey, fromVersion, version: (others.find(({ inForce }) => inForce) ?? others[0]!).version };
}

interface VersionFieldsProps {
  readonly processes: readonly ProcessVersions[];
  readonly value: Versions;
  readonly onChange: (value: Versions) => void;
}

export function VersionFields({ processes, value, onChange }: VersionFieldsProps) {
  const process = processes.find(({ processKey }) => processKey === value.processKey)!;
  return (
    <>
      <Select
        id="batch-process"
        label={batch.process}
        value={value.processKey}
        options={processes.map(({ processKey, processName }) => [processKey, processName])}
        onChange={(key) => onChange(firstVersions(processes.find(({ processKey }) => processKey === key)!))}
      />
      <Select
        id="batch-from"
        label={batch.from}
        value={String(value.fromVersion)}
        options={process.versions
          .filter(({ running, version }) => running > 0 || version === value.fromVersion)
          .map((one) => [String(one.version), batch.fromVersion(labelOf(one), one.running)])}
        onChange={(version) => onChange(firstVersions(process, Number(version)))}
      />
      <Select
        id="batch-to"
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

interface SelectProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Select({ id, label, value, options, onChange }: SelectProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
