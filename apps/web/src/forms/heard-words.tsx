import type { Json, JsonObject } from '@wuqing/kernel';
import { Fragment } from 'react';
import type { HeardView } from '../client/api.js';
import { PhotoStrip } from '../kit/photo-strip.js';
import { shownValue } from './value-text.js';

/** What somebody put forward, in his own words, with what he showed. */
export const HeardWords = ({ heard: { fields, photos } }: { readonly heard: HeardView }) => (
  <>
    <dl className="kv heard">
      {fields.map(({ key, title, schema, value }) => (
        <Fragment key={key}>
          <dt>{title}</dt>
          <dd>
            {linesOf(value as Json, schema as JsonObject).map((line, at) => (
              <div key={at}>{line}</div>
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
    <PhotoStrip photos={photos} />
  </>
);

const linesOf = (value: Json, schema: JsonObject): readonly string[] =>
  shownValue(value, schema, schema, (id) => id).lines;
