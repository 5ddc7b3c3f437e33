import { libraryProcesses } from '@wuqing/process-library';
import { checkDefinition } from '@wuqing/publication';
import { periodOf } from './notice-period.js';

const { xml, forms } = libraryProcesses().find(({ key }) => key === 'major-matter')!;
const formOf = (key: string) => {
  const { schema } = forms.find((form) => form.key === key)!;
  return { schema };
};

describe('how long a notice hangs', () => {
  it.each([
    ['publish-resolution', 'publish-resolution', '决议公开不少于十五日'],
    // Its last day is that of the meeting, which no bar stands on.
    ['convene-body', 'convene-body', undefined],
    // A form of before the law stood beside its fields.
    ['publish-resolution', 'convene-body', undefined],
  ])('is said by the bar of %s over the form %s: %s', async (elementId, form, says) => {
    const checked = await checkDefinition(xml);
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    expect(periodOf({ elementId }, { compiled: checked.value.process }, formOf(form))?.says).toBe(says);
  });
});
