import { CHECKOUT } from '../places.js';
import { faultsIn, filesOf, nameOf, placesOf, sheets } from './check-rules.js';

/** `npm run rules`: article → where it is enforced → test that proves it; ends with 1 where something is missing. */
export function runRules(): number {
  const read = filesOf(CHECKOUT);
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  for (const sheet of sheets) {
    print(`\n${sheet.process}`);
    for (const row of sheet.rows) {
      print(`  ${nameOf(row)}：${row.text}`);
      for (const { file, text } of placesOf(sheet, row, read)) print(`    → ${file}  ${text}`);
      for (const { spec, test, row: line } of row.proofs)
        print(`    ✓ ${spec}  「${test}」${line ? `  ${line.text}` : ''}`);
    }
  }
  const faults = sheets.flatMap((sheet) => faultsIn(sheet, read));
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  print(`\n${rows} rules, ${faults.length} missing`);
  for (const fault of faults) print(`  ✗ ${fault}`);
  return faults.length === 0 ? 0 : 1;
}
