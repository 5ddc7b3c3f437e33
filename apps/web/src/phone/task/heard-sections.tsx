import type { UserTaskDetailView } from '../../client/api.js';
import { HeardWords } from '../../forms/heard-words.js';
import { momentOf } from '../../kit/moment.js';
import { Section } from '../parts/section.js';

/** What the step answers: an objection of the public, a report, the opinion of a supervisor. It stands above the form. */
export const HeardSections = ({ task: { heard } }: { readonly task: Pick<UserTaskDetailView, 'heard'> }) =>
  heard.map((one) => (
    <Section
      key={`${one.title} ${one.at}`}
      title={one.title}
      said={[one.by, momentOf(one.at).slice(5)].filter(Boolean).join(' ')}
    >
      <HeardWords heard={one} />
    </Section>
  ));
