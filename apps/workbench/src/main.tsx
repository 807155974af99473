import { PageFailure } from "@sevenstar/pane/shell/page-failure.tsx";
import { createRoot } from "react-dom/client";
import "./workbench.css";
import { hideComposingEnter } from "./hide-composing-enter.ts";
import { Workbench } from "./workbench.tsx";

hideComposingEnter();
const place = document.getElementById("workbench");
if (place) {
  createRoot(place).render(
    <PageFailure>
      <Workbench />
    </PageFailure>,
  );
}
