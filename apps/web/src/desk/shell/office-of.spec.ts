import { officeOf } from './office-of.js';

const seat = (key: string, unitName: string, title: string) => ({
  key,
  unitName,
  title,
  unitId: 'u',
  unitKind: 'village' as const,
});

it.each([
  ['nothing, of whom has none', [], ''],
  [
    'an office, before a seat',
    [seat('village-representative', '清溪村', '村民代表'), seat('village-clerk', '清溪村', '村文书')],
    '清溪村 村文书',
  ],
  [
    'the party secretary, whatever else he heads',
    [
      seat('council-chair', '清溪村', '理事会理事长'),
      seat('village-party-secretary', '清溪村', '村党组织书记'),
    ],
    '清溪村 村党组织书记',
  ],
  ['a seat, of whom has no other', [seat('village-representative', '清溪村', '村民代表')], '清溪村 村民代表'],
])('says %s', (_what, positions, said) =>
  expect(officeOf({ positions: positions as unknown as Parameters<typeof officeOf>[0]['positions'] })).toBe(
    said,
  ),
);
