import pg from 'pg';
import { prepareValue } from 'pg/lib/utils.js';

/** Rows from which on a table is not read whole. */
const SMALL_TABLE = 5_000;

/**
 * What is wrong with the plan by which a prepared statement is done, whatever its values: a large table that is read whole, or a
 * sort of more rows than the pages that it is merged from. Prints the plan's nodes where asked, and how many pages it looked at.
 */
export async function planFaults(client, { name, text, values, sortedMax, print }) {
  const { Plan: plan, 'Execution Time': ms } = await planOf(client, text, values);
  const large = await largeTables(client);
  const faults = [];
  const lines = [];
  walk(plan, 0, (node, depth) => {
    const actual = node['Actual Rows'] * node['Actual Loops'];
    const place = node['Index Name'] ?? node['Relation Name'] ?? '';
    lines.push(`${'  '.repeat(depth + 2)}${node['Node Type']} ${place} (${actual} rows${removed(node)})`);
    if (node['Node Type'] === 'Seq Scan' && large.has(node['Relation Name']))
      faults.push(`${name}: reads ${node['Relation Name']} whole`);
    if (/Sort$/.test(node['Node Type']) && node['Actual Rows'] > sortedMax && isOfLarge(node, large))
      faults.push(`${name}: sorts ${node['Actual Rows']} rows`);
  });
  if (print) console.log(`\n${name} (${ms.toFixed(2)} ms, ${pagesOf(plan)} pages)\n${lines.join('\n')}`);
  return faults;
}

/** The plan for all values, as a connection keeps it. */
async function planOf(client, text, values) {
  const given = values.map((value) => {
    const said = prepareValue(value);
    return said === null ? 'NULL' : pg.escapeLiteral(said);
  });
  await client.query('SET plan_cache_mode = force_generic_plan');
  await client.query(`PREPARE asked AS ${text}`);
  try {
    const list = given.length === 0 ? '' : `(${given.join(', ')})`;
    const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE asked${list}`);
    return rows[0]['QUERY PLAN'][0];
  } finally {
    await client.query('DEALLOCATE asked');
  }
}

const pagesOf = (plan) => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];

const removed = (node) =>
  node['Rows Removed by Filter'] > 0
    ? `, ${node['Rows Removed by Filter'] * node['Actual Loops']} passed over`
    : '';

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
