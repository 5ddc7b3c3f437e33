import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { useDeferredValue, useState } from 'react';
import { casesListOptions, type MeView } from '../../client/api.js';
import { Icon } from '../../kit/icon.js';
import { navWords } from '../../words/nav.words.js';
import { isComposed } from './keys.js';
import { matches } from './initials.js';
import { navGroupsFor } from './nav-entries.js';

interface PaletteProps {
  readonly me: MeView;
  readonly onClose: () => void;
}

interface Found {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly go: () => void;
}

const CASES_SHOWN = 8;

/** Ctrl K: pages by name or pinyin initials, and cases as the API finds them. */
export function Palette({ me, onClose }: PaletteProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(me, text.trim());
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const go = (one: Found | undefined) => {
    if (!one) return;
    onClose();
    one.go();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isComposed(event.nativeEvent)) return;
    if (event.key === 'Enter') return go(found[chosen]);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(found.length - 1, chosen + step)));
  };
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="vh">{navWords.palette}</span>}
      className="palette"
    >
      <Input
        autoFocus
        value={text}
        maxLength={100}
        prefix={<Icon name="search" />}
        suffix={<span className="s t3">{navWords.byInitials}</span>}
        placeholder={navWords.search}
        aria-label={navWords.search}
        role="combobox"
        aria-expanded
        aria-controls="palette-found"
        aria-activedescendant={found[chosen] && `palette-${chosen}`}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <FoundList found={found} chosen={chosen} onGo={go} />
    </Modal>
  );
}

interface FoundListProps {
  readonly found: readonly Found[];
  readonly chosen: number;
  readonly onGo: (one: Found) => void;
}

const FoundList = ({ found, chosen, onGo }: FoundListProps) => (
  <>
    <div id="palette-found" role="listbox" aria-label={navWords.palette} className="pal2">
      {found.map((one, index) => (
        <div
          key={one.key}
          id={`palette-${index}`}
          role="option"
          aria-selected={index === chosen}
          className={index === chosen ? 'on' : undefined}
          onClick={() => onGo(one)}
        >
          <span className="ell">{one.label}</span>
          <span className="sp" />
          <span className="s t3 nw">{one.note}</span>
        </div>
      ))}
    </div>
    {found.length === 0 && <p className="t3">{navWords.nothingFound}</p>}
  </>
);

function useFound(me: MeView, text: string): Found[] {
  const navigate = useNavigate();
  const asked = useDeferredValue(text);
  const { data } = useQuery({
    ...casesListOptions({ query: { q: asked, limit: CASES_SHOWN } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const pages = navGroupsFor(me)
    .flatMap(({ entries }) => entries)
    .filter(({ to, label }) => to !== undefined && matches(label, text))
    .map(({ to, label, key }): Found => ({
      key: label,
      label: navWords.openPage(label),
      note: key && `g ${key}`,
      go: () => void navigate({ to: to! }),
    }));
  const cases = (text === '' ? [] : (data?.items ?? [])).map(({ id, title, unitName }): Found => ({
    key: id,
    label: title,
    note: `${navWords.aCase} ${unitName}`,
    go: () => void navigate({ to: '/cases/$caseId', params: { caseId: id } }),
  }));
  return [...cases, ...pages];
}
