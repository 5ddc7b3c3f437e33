import { useRef } from 'react';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly isBarred?: boolean;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
  readonly id?: string;
}

/** One of a few, side by side; nothing is chosen before somebody chooses. Arrow keys move as in every group of radios. */
export function Choice<Value extends string>({ label, options, chosen, onChoose, id }: ChoiceProps<Value>) {
  const group = useRef<HTMLDivElement>(null);
  const open = options.filter(({ isBarred }) => isBarred !== true);
  const stop = options.find(({ value }) => value === chosen) ?? open[0];
  const move = (event: React.KeyboardEvent, at: number) => {
    const by = STEPS[event.key];
    if (by === undefined || open.length === 0) return;
    event.preventDefault();
    const next = open[(at + by + open.length) % open.length]!;
    onChoose(next.value);
    group.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(next.value)}"]`)?.focus();
  };
  return (
    <div className="seg" role="radiogroup" aria-label={label} ref={group}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          id={option === stop ? id : undefined}
          data-value={option.value}
          aria-checked={option.value === chosen}
          disabled={option.isBarred === true && option.value !== chosen}
          tabIndex={option === stop ? 0 : -1}
          className={option.value === chosen ? 'on' : undefined}
          onClick={() => onChoose(option.value)}
          onKeyDown={(event) => move(event, open.indexOf(option))}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
