import { useState } from 'react';
import { Icon } from '../../kit/icon.js';
import { phoneWords } from '../../words/phone.words.js';
import { Header } from '../parts/header.js';
import { Section } from '../parts/section.js';
import { Page } from '../shell/page.js';
import { To } from '../parts/to.js';
import { useMe } from '../shell/me.js';
import { addressIn, noticeIn } from './address-in.js';
import { Camera } from './camera.js';

/** Who inspects boards looks at this one; everybody may read what should hang there. */
function Found({ address }: { readonly address: string }) {
  const notice = noticeIn(address);
  const isChecked = useMe().mayInspect && notice !== undefined;
  return (
    <>
      {isChecked && (
        <To className="btn pri blk" to={`/boards/${notice}`}>
          {phoneWords.boardCheck}
        </To>
      )}
      <a className={isChecked ? 'btn blk mt2' : 'btn pri blk'} href={address}>
        {phoneWords.seeNotice}
      </a>
    </>
  );
}

/** A notice's or paper's code leads to its page; by the camera, or by a photo where the browser gives none. */
export function ScanPage() {
  const [failure, setFailure] = useState<string>();
  const [read, setRead] = useState<string>();
  const take = (text: string) => {
    const address = addressIn(text, location.origin);
    setFailure(address === undefined ? phoneWords.notOurs : undefined);
    setRead(address);
  };
  const takePicture = async (file: File | undefined) => {
    if (!file) return;
    const { codeInPicture } = await import('./code-in-picture.js');
    const text = await codeInPicture(file);
    if (text === undefined) setFailure(phoneWords.noCode);
    else take(text);
  };
  return (
    <Page hasTabs header={<Header title={phoneWords.scan} />}>
      <Section>
        {read === undefined ? (
          <Camera onRead={take} onFailure={() => setFailure(phoneWords.scanOff)} />
        ) : (
          <Found address={read} />
        )}
        {failure && (
          <p className="msg err mt2" role="alert">
            {failure}
          </p>
        )}
        <label className="btn blk mt3 ph-pick">
          <Icon name="camera" />
          {phoneWords.scanPicture}
          <input
            type="file"
            className="vh"
            accept="image/*"
            capture="environment"
            onChange={(event) => {
              void takePicture(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
      </Section>
    </Page>
  );
}
