import * as fc from 'fast-check';
import { emptyAnswer } from './empty-answer.js';
import { prune } from './prune.js';
import { matterForm, meetingForm } from './sample-forms.js';
import { validateSubmission } from './validate-submission.js';

describe('prune', () => {
  it('drops what the form does not name, at every depth', () => {
    const data = { title: '路', passed: true, relatedParties: [{ name: '张三', rank: 1 }] };
    expect(prune(matterForm, data)).toEqual({ title: '路', relatedParties: [{ name: '张三' }] });
    expect(prune(meetingForm, { present: 5, survey: '好', extra: 1 })).toEqual({ present: 5, survey: '好' });
  });

  it.each([null, 'text', [1], JSON.parse('{"__proto__":{}}')])('makes {} of %j', (data) => {
    expect(prune(matterForm, data)).toEqual({});
  });

  it('leaves no unknown field for the validator to refuse', () => {
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom('title', 'passed', 'relatedParties', 'x') }), (data) => {
        const result = validateSubmission(matterForm, prune(matterForm, data));
        const keywords = result.ok ? [] : result.error.map((problem) => problem.keyword);
        expect(keywords).not.toContain('additionalProperties');
      }),
    );
  });
});

describe('emptyAnswer', () => {
  it('holds defaults and empty lists', () => {
    expect(emptyAnswer(matterForm)).toEqual({
      matterTypes: [],
      relatedParties: [],
      papers: [],
      urgent: false,
    });
  });

  it('says nothing a person did not', () => {
    expect(emptyAnswer(meetingForm)).toEqual({});
  });
});
