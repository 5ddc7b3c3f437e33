import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { ensureNamespace, freePort } from '@wuqing/dev-runtime';
import { JourneyDriver, People } from '@wuqing/dev-runtime/drive';
import { fastForward } from '@wuqing/dev-runtime/fast-forward';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { UnitOfWork, createDataSource, systemActor } from '@wuqing/persistence';
import { libraryJourneys } from '@wuqing/process-library';
import { createDataConverter, keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { openBenchDatabase } from './bench-database.mjs';
import { median, report, round } from './bench-report.mjs';
import { PAYLOAD_KEYS, productEnvironment, productServer } from './product-server.mjs';

/**
 * The paper of a case that went all of journey A1, over HTTP: the first one of an API that has just started and whose press has
 * begun with it, the first one of a press that begins when it is asked, and those after. Bar: ≤ 2 s, the first one too.
 */
const WARM = Number(process.env.WARM ?? 10);
const NAMESPACE = 'wuqing-bench';
/** In which a press that begins with the API has printed its first paper. */
const SETTLED_MS = 8_000;
const actor = systemActor('bench');

const bench = await openBenchDatabase('dossier', { withTemporal: true, timeSkipping: true });
const [port, env] = [
  await freePort(0),
  {
    ...productEnvironment(bench, NAMESPACE, 'process-dossier'),
    WUQING_FILES_FOLDER: `${bench.folder}/files`,
  },
];
const baseUrl = `http://127.0.0.1:${port}`;
const apiWith = (more) =>
  productServer('api', { ...env, ...more, DATABASE_URL: bench.apiUrl, PORT: String(port) }, bench.folder);

try {
  await ensureNamespace(bench.temporalAddress, NAMESPACE);
  const driven = await drivenCase();
  const begun = await measured({}, driven);
  const onDemand = await measured({ WUQING_PRESS: 'on-demand' }, driven);
  report(
    'dossier',
    {
      'pages of the paper': begun.pages,
      'kB of the paper': round(begun.bytes / 1_000),
      'first paper, press begun with the API, ms': round(begun.first),
      'first paper, press begins with it, ms': round(onDemand.first),
      [`later papers, p50 of ${WARM}, ms`]: round(median(begun.later)),
      [`later papers, slowest of ${WARM}, ms`]: round(Math.max(...begun.later)),
    },
    { 'first paper, press begun with the API, ms': '≤ 2000' },
  );
} finally {
  await bench.close();
}

/** The case, and whoever may read it. */
async function drivenCase() {
  const servers = [
    productServer('worker', { ...env, DATABASE_URL: bench.workerUrl }, bench.folder),
    apiWith({}),
  ];
  const connection = await Connection.connect({ address: bench.temporalAddress });
  const client = new Client({
    connection,
    namespace: NAMESPACE,
    dataConverter: createDataConverter(keyRingFrom(PAYLOAD_KEYS)),
  });
  const source = await createDataSource({ url: bench.ownerUrl, poolSize: 2 }).initialize();
  const hands = { client, unitOfWork: new UnitOfWork(source), actor, now: () => Date.now(), pause };
  try {
    await Promise.all(servers.map((server) => server.start()));
    const people = new People(baseUrl, DEMO_PASSWORD);
    const journey = libraryJourneys('major-matter').find(({ key }) => key === 'A1');
    const driver = await JourneyDriver.begin(
      { people, fastForward: (caseId, target) => fastForward(hands, caseId, target) },
      journey,
    );
    for (const step of journey.steps) await driver.take(step);
    return { caseId: driver.caseId, reader: driver.observer };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await connection.close();
    await source.destroy();
  }
}

/** Papers of an API that has just started. */
async function measured(more, { caseId, reader }) {
  const api = apiWith(more);
  await api.start();
  try {
    await reader.get('/api/session'); // connections are open, as they are in the morning's first minute
    if (Object.keys(more).length === 0) await pause(SETTLED_MS);
    const first = await paper(reader, caseId);
    const later = [];
    for (let n = 0; n < WARM; n += 1) later.push((await paper(reader, caseId)).ms);
    return { first: first.ms, later, bytes: first.bytes, pages: first.pages };
  } finally {
    await api.stop();
  }
}

async function paper(reader, caseId) {
  const began = performance.now();
  const pdf = await reader.getBytes(`/api/cases/${caseId}/file`);
  const ms = performance.now() - began;
  return { ms, bytes: pdf.length, pages: pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0 };
}
