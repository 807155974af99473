import { Button, Field, Input, Select } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import type { SyncClient } from "@sevenstar/core/template/client/sync-client";
import type { KindId } from "@sevenstar/core/template/rows";
import { templateKinds } from "@sevenstar/core/template/template-kinds";
import type { Content } from "@sevenstar/core/template/wire/template";
import { useState } from "react";
import { randomId } from "../browser/random-id.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import { useSay } from "../shell/language-context.ts";
import { readSelected } from "./linked-table.ts";
import { starterTemplates } from "./starter-templates.ts";
import { type RunTask, wrongCells } from "./template-task.ts";
import { templateTexts } from "./template-texts.ts";

const texts = {
  saved: (name: string): Words => ({ zh: `已存成模板“${name}”。`, en: `Saved as the template “${name}”.` }),
  made: (name: string): Words => ({ zh: `已建立“${name}”。`, en: `“${name}” was made.` }),
  add: { zh: "新模板", en: "New template" },
  starters: { zh: "从内置内容开始", en: "Begin with the built-in ones" },
  fromSelection: { zh: "把选中的区域存成模板", en: "Save the selected range as a template" },
  kind: { zh: "种类", en: "Kind" },
  save: { zh: "保存", en: "Save" },
};

interface NewTemplateProps {
  readonly client: SyncClient;
  readonly host: SheetHost | undefined;
  readonly run: RunTask;
}

/** A new template from the selected range or from the built-in content. */
export function NewTemplate({ client, host, run }: NewTemplateProps) {
  const say = useSay();
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
    return problem ?? { done: texts.saved(name.trim()) };
  };
  const begin = async (content: Content) =>
    (await client.save(randomId(), content)) ?? { done: texts.made(content.name) };
  return (
    <details>
      <summary>{say(texts.add)}</summary>
      <h3 style={{ fontSize: "inherit" }}>{say(texts.starters)}</h3>
      {starterTemplates().map(({ words, ...content }) => (
        <Button
          key={words.en}
          size="small"
          onClick={() => run(() => begin({ ...content, name: say(words) }))}
        >
          {say(words)}
        </Button>
      ))}
      {host && (
        <>
          <h3 style={{ fontSize: "inherit" }}>{say(texts.fromSelection)}</h3>
          <Field label={say(templateTexts.name)} size="small">
            <Input size="small" value={name} onChange={(_, { value }) => setName(value)} />
          </Field>
          <Field label={say(texts.kind)} size="small">
            <Select size="small" value={kind} onChange={(_, { value }) => setKind(value as KindId)}>
              {templateKinds.map(({ id, name: words }) => (
                <option key={id} value={id}>
                  {say(words)}
                </option>
              ))}
            </Select>
          </Field>
          <Button size="small" disabled={name.trim() === ""} onClick={() => run(saveSelection)}>
            {say(texts.save)}
          </Button>
        </>
      )}
    </details>
  );
}
