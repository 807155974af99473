import { Field, Input, Textarea } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { isComposing } from "../../browser/is-composing.ts";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly isLong?: boolean;
  readonly isNumber?: boolean;
  readonly listId?: string;
  readonly focusKey?: string;
  readonly className?: string;
  /** A sentence where a text is not taken, as `onCommit` is then not called. */
  readonly problemOf?: (value: string) => string | undefined;
  /** Called when the field is left or Enter is pressed, with a text that differs from `value`. */
  readonly onCommit: (value: string) => void;
}

/** A labelled field whose text counts once the field is left; a text that is not taken stays with its problem. */
export function TextField(props: TextFieldProps) {
  const { label, value, hint, isLong, isNumber, listId, focusKey, className, problemOf, onCommit } = props;
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    setDraft(value);
    setProblem(undefined);
  }, [value]);
  const commit = () => {
    const found = draft === value ? undefined : problemOf?.(draft);
    setProblem(found);
    if (draft !== value && found === undefined) onCommit(draft);
  };
  const common = { value: draft, onBlur: commit };
  return (
    <Field
      label={label}
      size="small"
      className={className ?? ""}
      {...(hint ? { hint } : {})}
      {...(problem ? { validationMessage: problem, validationState: "error" as const } : {})}
    >
      {isLong ? (
        <Textarea {...common} size="small" resize="vertical" onChange={(_, data) => setDraft(data.value)} />
      ) : (
        <Input
          {...common}
          size="small"
          {...(isNumber ? { inputMode: "numeric" as const } : {})}
          {...(listId ? { list: listId } : {})}
          {...(focusKey ? { "data-focus": focusKey } : {})}
          onChange={(_, data) => setDraft(data.value)}
          onKeyDown={(event) => event.key === "Enter" && !isComposing(event) && commit()}
        />
      )}
    </Field>
  );
}
