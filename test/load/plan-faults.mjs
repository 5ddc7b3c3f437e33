/** Rows from which on a table is not read whole. */
const SMALL_TABLE = 5_000;

/**
 * What is wrong with the plan of a statement: a large table that is read whole, or a sort of more rows than the pages that it is
 * merged from. Prints the plan's nodes where asked.
 */
export async function planFaults(client, { name, text, values, sortedMax, print }) {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
  const [{ Plan: plan, 'Execution Time': ms }] = rows[0]['QUERY PLAN'];
  const large = await largeTables(client);
  const faults = [];
  const lines = [];
  walk(plan, 0, (node, depth) => {
    const actual = node['Actual Rows'] * node['Actual Loops'];
    const place = node['Index Name'] ?? node['Relation Name'] ?? '';
    lines.push(`${'  '.repeat(depth + 2)}${node['Node Type']} ${place} (${actual} rows)`);
    if (node['Node Type'] === 'Seq Scan' && large.has(node['Relation Name']))
      faults.push(`${name}: reads ${node['Relation Name']} whole`);
    if (/Sort$/.test(node['Node Type']) && node['Actual Rows'] > sortedMax && isOfLarge(node, large))
      faults.push(`${name}: sorts ${node['Actual Rows']} rows`);
  });
  if (print) console.log(`\n${name} (${ms.toFixed(2)} ms)\n${lines.join('\n')}`);
  return faults;
}

function walk(node, depth, visit) {
  visit(node, depth);
  for (const child of node.Plans ?? []) walk(child, depth + 1, visit);
}

const isOfLarge = (node, large) =>
  large.has(node['Relation Name']) || (node.Plans ?? []).some((child) => isOfLarge(child, large));

async function largeTables(client) {
  const { rows } = await client.query(
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > $1`,
    [SMALL_TABLE],
  );
  return new Set(rows.map(({ relname }) => relname));
}
