import { libraryProcesses } from '@wuqing/process-library';
import { checkDefinition } from '@wuqing/publication';
import { powerChart } from './power-chart.js';
import { countedSteps } from './powers.query.js';

describe('the chart of a power', () => {
  it('has the seven steps of the published file, in order', async () => {
    const { xml } = libraryProcesses().find(({ key }) => key === 'major-matter')!;
    const checked = await checkDefinition(xml);
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    const steps = countedSteps(checked.value.process);
    expect(steps.map(({ name }) => name[0]).join('')).toBe('一二三三四五五六七七');
    expect(steps[0]).toEqual({ name: '一 村党组织提议', note: '期限 5 个工作日' });
    expect(steps.at(-1)!.name).toBe('七（2）实施结果公开');
  });

  it('escapes whatever stands in it', () => {
    const { text } = powerChart('"><script>', [{ name: '<script>', note: `'"&` }, { name: '字'.repeat(20) }]);
    expect(text).not.toMatch(/<script|aria-label=""/);
    expect(text.match(/<rect/g)).toHaveLength(2);
    expect(text.match(/<path/g)).toHaveLength(1);
  });
});
