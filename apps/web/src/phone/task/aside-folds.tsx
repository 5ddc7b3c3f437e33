import type { Json, JsonObject } from '@wuqing/kernel';
import { useState } from 'react';
import type { BarView, EarlierPaperView } from '../../client/api.js';
import { LawTexts, lawsIn } from '../../forms/law-texts.js';
import type { MeetingRoll } from '../../forms/roll-state.js';
import { shownValue } from '../../forms/value-text.js';
import { Icon, type IconName } from '../../kit/icon.js';
import { formWords } from '../../words/form.words.js';
import { partWords } from '../../words/part.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { Sheet } from '../parts/sheet.js';
import { Fold } from '../parts/fold.js';

const LOOKS: Readonly<Record<BarView['state'], readonly [className: string, icon: IconName]>> = {
  met: ['tick y', 'ok'],
  open: ['tick o', 'open'],
  barred: ['tick n', 'refused'],
};

/** What the engine will look at when the form is submitted, and how it stands. */
export function BarsFold({ bars }: { readonly bars: readonly BarView[] }) {
  const [isOpen, setOpen] = useState(false);
  if (bars.length === 0) return null;
  const laws = lawsIn(bars);
  const open = bars.filter(({ state }) => state !== 'met').length;
  return (
    <Fold
      title={phoneWords.bars}
      said={
        open === 0 ? (
          <span className="t2">{phoneWords.barsMet}</span>
        ) : (
          <span className="amb">{phoneWords.barsOpen(open)}</span>
        )
      }
    >
      <ul>
        {bars.map(({ id, text, basis, state, message }) => (
          <li className={LOOKS[state][0]} key={id}>
            <Icon name={LOOKS[state][1]} />
            <div>
              {text}
              {(message ?? basis) && <div className="t2">{message ?? basis}</div>}
            </div>
          </li>
        ))}
      </ul>
      <p className="t2 mt2">{formWords.barsFoot}</p>
      {laws.length > 0 && (
        <button type="button" className="btn link" onClick={() => setOpen(true)}>
          {formWords.law}
        </button>
      )}
      {isOpen && (
        <Sheet title={phoneWords.bars} onClose={() => setOpen(false)}>
          <LawTexts laws={laws} />
        </Sheet>
      )}
    </Fold>
  );
}

/** What of the step, or of its procedure, the town has not confirmed yet. */
export function UnconfirmedFold({ unconfirmed }: { readonly unconfirmed: readonly string[] }) {
  if (unconfirmed.length === 0) return null;
  return (
    <Fold
      title={<span className="unconf">{partWords.unconfirmed}</span>}
      said={<span className="t2">{phoneWords.items(unconfirmed.length)}</span>}
    >
      <ul>
        {unconfirmed.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </Fold>
  );
}

interface PapersProps {
  readonly papers: readonly EarlierPaperView[];
  readonly roll: MeetingRoll | null;
}

/** What the steps before have said, the latest first, each as far as its reader may see it. */
export function PapersFold({ papers, roll }: PapersProps) {
  if (papers.length === 0) return null;
  const nameOf = (id: string): string => roll?.persons.find((person) => person.id === id)?.name ?? id;
  return (
    <Fold title={phoneWords.papers} said={<span className="t2">{phoneWords.copies(papers.length)}</span>}>
      {[...papers].reverse().map(({ elementId, step, on, by, fields }) => (
        <section key={`${elementId} ${on}`} className="ph-paper">
          <b>{step}</b> <span className="t2">{[on.slice(5), by].filter(Boolean).join(' ')}</span>
          <dl>
            {fields.map((field) => {
              const schema = field.schema as JsonObject;
              const { lines, files } = shownValue(field.value as Json, schema, schema, nameOf);
              return (
                <div key={field.key}>
                  <dt className="t2">{field.title}</dt>
                  <dd>
                    {lines.map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                    {files.map(({ id }, at) => (
                      <a key={id} className="btn link" href={`/api/files/${id}`}>
                        {files.length === 1 ? field.title : `${field.title} ${at + 1}`}
                      </a>
                    ))}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </Fold>
  );
}
