import { Button, Field, Input, Select } from "@fluentui/react-components";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { KindId } from "@sevenstar/core/template/rows";
import { templateKinds } from "@sevenstar/core/template/template-kinds";
import { useState } from "react";
import { randomId } from "../browser/random-id.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import { readSelected } from "./linked-table.ts";
import { starterTemplates } from "./starter-templates.ts";
import { type RunTask, wrongCells } from "./template-task.ts";
import type { TemplateText } from "./template-texts.ts";

interface NewTemplateProps {
  readonly client: SyncClient;
  readonly host: SheetHost | undefined;
  readonly text: TemplateText;
  readonly run: RunTask;
}

/** A new template from the selected range or from the built-in content. */
export function NewTemplate({ client, host, text, run }: NewTemplateProps) {
  const [kind, setKind] = useState<KindId>("payment-rates");
  const [name, setName] = useState("");
  const saveSelection = async () => {
    if (!host) return undefined;
    const selected = await readSelected(host, kind, randomId);
    if ("problem" in selected) return selected;
    if ("problems" in selected) {
      return { problem: wrongCells(selected.problems), cells: selected.problems };
    }
    const problem = await client.save(randomId(), { kind, name: name.trim(), rows: selected.rows });
    return problem ?? { done: `已存成模板“${name.trim()}”。` };
  };
  return (
    <details>
      <summary>{text("add")}</summary>
      <h3 style={{ fontSize: "inherit" }}>{text("starters")}</h3>
      {starterTemplates().map((content) => (
        <Button
          key={content.name}
          size="small"
          onClick={() =>
            run(async () => (await client.save(randomId(), content)) ?? { done: `已建立“${content.name}”。` })
          }
        >
          {content.name}
        </Button>
      ))}
      {host && (
        <>
          <h3 style={{ fontSize: "inherit" }}>{text("fromSelection")}</h3>
          <Field label={text("name")} size="small">
            <Input size="small" value={name} onChange={(_, { value }) => setName(value)} />
          </Field>
          <Field label={text("kind")} size="small">
            <Select size="small" value={kind} onChange={(_, { value }) => setKind(value as KindId)}>
              {templateKinds.map(({ id, name: words }) => (
                <option key={id} value={id}>
                  {words.zh}
                </option>
              ))}
            </Select>
          </Field>
          <Button size="small" disabled={name.trim() === ""} onClick={() => run(saveSelection)}>
            {text("save")}
          </Button>
        </>
      )}
    </details>
  );
}
