import { Tree, type TreeDataNode } from 'antd';
import type { UnitNodeView } from '../../client/api.js';
import { organizationWords } from '../../words/organization.words.js';

interface UnitTreeProps {
  readonly units: readonly UnitNodeView[];
  readonly chosen: string | undefined;
  readonly onChoose: (unitId: string) => void;
}

/** Units under each other; those in office beside the name, and a mark where seats are not as they must be. */
export function UnitTree({ units, chosen, onChoose }: UnitTreeProps) {
  const roots = units.filter(({ parentId }) => !units.some(({ id }) => id === parentId));
  const open = [...roots.map(({ id }) => id), ...aboveOf(units, chosen)];
  return (
    <Tree
      key={roots.map(({ id }) => id).join()}
      aria-label={organizationWords.findUnit}
      blockNode
      defaultExpandedKeys={open}
      selectedKeys={chosen === undefined ? [] : [chosen]}
      treeData={roots.map((unit) => nodeOf(units, unit))}
      onSelect={(_, { node }) => onChoose(String(node.key))}
      className="bd"
    />
  );
}

function nodeOf(units: readonly UnitNodeView[], unit: UnitNodeView): TreeDataNode {
  const below = units.filter(({ parentId }) => parentId === unit.id);
  const villages = below.filter(({ kind }) => kind === 'village').length;
  return {
    key: unit.id,
    title: (
      <span className="row">
        <span>{unit.name}</span>
        <span className="sp" />
        {unit.faults > 0 && (
          <span className="mk warn" title={organizationWords.faults(unit.faults)}>
            {unit.faults}
          </span>
        )}
        <span className="t3">{villages > 0 ? organizationWords.inVillages(villages) : unit.seated}</span>
      </span>
    ),
    children: below.map((one) => nodeOf(units, one)),
  };
}

function aboveOf(units: readonly UnitNodeView[], id: string | undefined): string[] {
  const parentId = units.find((unit) => unit.id === id)?.parentId;
  return parentId ? [parentId, ...aboveOf(units, parentId)] : [];
}
