// What taskpane.html needs of office.js inside Excel, after platform documentation; Excel itself runs nowhere here.
(() => {
  const selected = { address: "商品体检!B2", formulas: [[""]], refusal: undefined };
  const calls = { associated: [], show: undefined };
  const hidden = !new URLSearchParams(location.search).has("shown");
  window.excelStandIn = { selected, calls };
  window.CustomFunctions = { associate: (id) => calls.associated.push(id) };
  history.pushState = null;
  history.replaceState = null;
  const displayLanguage = new URLSearchParams(location.search).get("language") ?? "zh-CN";
  window.Office = {
    VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
    context: { officeTheme: { isDarkTheme: true }, displayLanguage },
    onReady: async () => ({ host: "Excel", addin: { visibilityMode: hidden ? "Hidden" : "Taskpane" } }),
    addin: {
      onVisibilityModeChanged: async (handler) => {
        calls.show = () => handler({ visibilityMode: "Taskpane" });
      },
    },
  };
  window.Excel = {
    run: async (task) => {
      if (selected.refusal) throw Object.assign(new Error("refused"), { code: selected.refusal });
      let written;
      const cell = {
        load: () => {},
        get address() {
          return selected.address;
        },
        get formulas() {
          return selected.formulas;
        },
        set formulas(value) {
          written = value;
        },
      };
      return task({
        workbook: { getActiveCell: () => cell },
        sync: async () => {
          if (written) selected.formulas = written;
        },
      });
    },
  };
})();
