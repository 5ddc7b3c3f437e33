import { placeAt, type DrawnProcess } from '@wuqing/testing';
import { kindOf, labelsOf } from './fuzz-labels.js';
import { isDue, tables } from './fuzz-tables.js';
import type { Command, EngineEvent } from '@wuqing/bpmn-engine';

/**
 * Counts what happened in random runs: visits of elements by their position and by what hangs on them, commands that were carried
 * out, incidents. `missing` names each cell of the tables that should have been met and was not.
 */
export class FuzzCoverage {
  private readonly counts = new Map<string, number>();
  private labels = new Map<string, readonly string[]>();

  /** The ids of another process, or version, mean something else. */
  begin(): void {
    this.labels = new Map();
  }

  command({ type }: Command, carriedOut: boolean): void {
    this.add(`command|${type}|${carriedOut ? 'carried out' : 'refused'}`);
  }

  events(definitions: DrawnProcess, events: readonly EngineEvent[]): void {
    for (const event of events) {
      if (event.type === 'ElementActivated')
        for (const label of this.labelsOf(definitions, event.elementId)) this.add(label);
      if (event.type === 'IncidentRaised') this.add(`incident|${event.code}|raised`);
      if (event.type === 'CompensationRegistered')
        this.add(`activity|${kindOf(placeAt(definitions, event.elementId).node)}|undoable`);
    }
  }

  /** The tables as text; a dash where nothing can be. */
  toString(): string {
    return tables
      .map(({ name, rows, columns }) => {
        const all = [...new Set([...rows, ...this.rowsOf(name)])];
        const lines = all.map((row) => [row, ...columns.map((column) => this.cell(name, row, column))]);
        return tableText([[name, ...columns], ...lines]);
      })
      .join('\n\n');
  }

  missing(): string[] {
    return tables.flatMap(({ name, rows, columns }) =>
      rows.flatMap((row) =>
        columns
          .filter((column) => isDue(name, row, column) && !this.counts.has(`${name}|${row}|${column}`))
          .map((column) => `${name}: ${row}, ${column}`),
      ),
    );
  }

  private labelsOf(definitions: DrawnProcess, elementId: string): readonly string[] {
    const known = this.labels.get(elementId) ?? labelsOf(definitions, elementId);
    this.labels.set(elementId, known);
    return known;
  }

  private rowsOf(name: string): string[] {
    return [...this.counts.keys()]
      .map((label) => label.split('|'))
      .filter(([table]) => table === name)
      .map(([, row]) => row!);
  }

  private cell(name: string, row: string, column: string): string {
    const count = this.counts.get(`${name}|${row}|${column}`) ?? 0;
    return count === 0 && !isDue(name, row, column) ? '–' : String(count);
  }

  private add(label: string): void {
    this.counts.set(label, (this.counts.get(label) ?? 0) + 1);
  }
}

function tableText(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]!.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  return lines
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
    )
    .join('\n');
}
