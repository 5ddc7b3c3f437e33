import { required } from '@wuqing/kernel';
import { libraryJourneys, type Journey } from '@wuqing/process-library';
import { JourneyUnderKills, storiesOf, type Seats, type Victims } from '../harness/journey-under-kills.js';
import { OwnServers } from '../harness/own-servers.js';
import { Product } from '../harness/product.js';

const journeyOf = (process: string, key: string): Journey =>
  required(
    libraryJourneys(process).find((one) => one.key === key),
    `journey ${key} of ${process}`,
  );

interface Struck {
  readonly journey: Journey;
  readonly seats: Seats;
  readonly blows: Readonly<Record<string, Victims>>;
}

/** Complaint and 双查 through every kind of kill: their stories are those of cases that nobody disturbed, and the walls stand. */
describe('cases that only a few may know of, on servers that are killed', () => {
  let servers: OwnServers;
  let product: Product;
  /** Of another town, whose servers nobody killed: what a village counts over all its cases is counted apart. */
  const quiet = new Map<Journey, Awaited<ReturnType<typeof storiesOf>>>();

  beforeAll(async () => {
    servers = await OwnServers.start('confidential-kills');
    const start = (name: string) => Product.start({ name: `confidential_${name}`, servers, updatesMax: 4 });
    const undisturbed = await start('quiet');
    for (const { journey, seats } of struck) {
      const caseId = await new JourneyUnderKills(undisturbed, journey, seats).walk({});
      quiet.set(journey, await storiesOf(undisturbed, caseId));
    }
    await undisturbed.stop();
    product = await start('kills');
  }, 480_000);

  afterAll(async () => {
    await product?.stop();
    await servers?.stop();
  }, 90_000);

  const worker = () => [product.worker];
  const api = () => [product.api];
  const temporal = () => [servers.temporal.process];
  const postgres = () => [servers.postgres.process];
  const all = () => [servers.postgres.process, servers.temporal.process, product.worker, product.api];

  const struck: readonly Struck[] = [
    {
      journey: journeyOf('complaint', 'B1'),
      seats: { observer: 'office-head@office:jiwei', strangers: ['v01-secretary', 'v02-clerk'] },
      blows: {
        'register-complaint': worker,
        'forward-complaint': api,
        'mediate-petition': temporal,
        investigate: postgres,
        'serve-opinion': all,
      },
    },
    {
      journey: journeyOf('dual-check', 'C1'),
      seats: { strangers: ['v01-secretary', 'b1-secretary', 'admin'] },
      blows: {
        'register-report': worker,
        'approve-disposal': api,
        'first-check': temporal,
        'judge-motive': postgres,
        'tell-draft': all,
      },
    },
  ];

  it.each(struck)(
    '$journey.process $journey.key: nothing lost, nothing twice, and nobody else learns of it',
    async ({ journey, seats, blows }) => {
      const struck = await new JourneyUnderKills(product, journey, seats).walk(blows);
      const stories = await storiesOf(product, struck);
      const expected = required(quiet.get(journey), journey.key);
      expect(stories.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
      for (const [place, story] of stories.entries())
        for (const part of Object.keys(story) as (keyof typeof story)[])
          expect({ [part]: story[part] }).toEqual({ [part]: expected[place]![part] });
    },
    600_000,
  );
});
