/** A subset of options as check boxes. */
type Props<O extends string> = {
  readonly label: string;
  readonly options: readonly O[];
  readonly text: Readonly<Record<string, string>>;
  readonly on: readonly O[];
  readonly onChange: (on: O[]) => void;
};

export function SwitchSet<O extends string>({ label, options, text, on, onChange }: Props<O>) {
  return (
    <fieldset>
      <legend className="text-sm text-soft">{label}</legend>
      {options.map((id) => (
        <label key={id} className="lab-switch text-sm">
          <input
            type="checkbox"
            checked={on.includes(id)}
            onChange={() => onChange(options.filter((option) => on.includes(option) !== (option === id)))}
          />
          <span>{text[id] ?? id}</span>
        </label>
      ))}
    </fieldset>
  );
}
