import { libraryJourneys } from '@wuqing/process-library';
import { movedJourney } from './moved-journey.js';

const A1 = libraryJourneys('major-matter').find(({ key }) => key === 'A1')!;
const moved = (steps: number, daysAgo: number, today: string) =>
  movedJourney(A1, { village: 'v05', title: '修桥', steps, daysAgo, today });

describe('a journey that comes near today', () => {
  it('keeps its weekdays, its distances and its village of now', () => {
    const { village, start, steps } = moved(4, 3, '2026-11-30');
    expect([village, start.title, start.on]).toEqual(['v05', '修桥', '2026-11-23']);
    expect(steps.map(({ on }) => on)).toEqual(['2026-11-23', '2026-11-24', '2026-11-24', '2026-11-26']);
  });

  it.each([0, 1, 9, 40])('has its last step at least %i days ago, and less than a week more', (daysAgo) => {
    const last = moved(8, daysAgo, '2026-11-30').steps.at(-1)!.on;
    const ago = (Date.parse('2026-11-30') - Date.parse(last)) / 86_400_000;
    expect([ago >= daysAgo, ago < daysAgo + 7]).toEqual([true, true]);
  });

  it('moves the dates that its forms hold, and no other text', () => {
    const [, propose] = moved(4, 3, '2026-11-30').steps;
    expect(propose).toMatchObject({ submit: { heldOn: '2026-11-24', place: '村党群服务中心' } });
  });

  it('calls the case in its own form as it is called here', () =>
    expect(moved(1, 0, '2026-11-30').steps[0]).toMatchObject({ submit: { title: '修桥' } }));

  it('leaves out what is refused there', () => {
    const taken = moved(12, 0, '2026-11-30').steps.map((step) => ('element' in step ? step.element : 'wait'));
    expect(taken.filter((element) => element === 'convene-body')).toHaveLength(1);
  });
});
