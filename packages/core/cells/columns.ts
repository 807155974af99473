/** A field of a template's row (its JSON key) and the column it stands in when the template is a table. */
export interface TemplateColumn {
  readonly field: string;
  readonly column: string;
}

/** The columns of every template kind, in table order (api.md, Kinds). */
export const templateColumns = {
  "listing-rules": [
    { field: "check", column: "检查项" },
    { field: "star", column: "星" },
    { field: "operator", column: "条件" },
    { field: "value", column: "值" },
    { field: "weight", column: "权重" },
    { field: "source", column: "依据" },
    { field: "grade", column: "等级" },
  ],
  "payment-rates": [
    { field: "method", column: "方式" },
    { field: "rate", column: "费率" },
    { field: "fixedFee", column: "固定费用" },
    { field: "minimum", column: "最低" },
    { field: "maximum", column: "最高" },
    { field: "payer", column: "承担方" },
    { field: "base", column: "基数" },
    { field: "validFrom", column: "生效日" },
    { field: "validTo", column: "失效日" },
    { field: "source", column: "来源" },
  ],
  "activity-plan": [
    { field: "activity", column: "活动" },
    { field: "dateRule", column: "日期规则" },
    { field: "days", column: "天数" },
    { field: "industries", column: "行业" },
    { field: "enrolFrom", column: "报名开始" },
    { field: "enrolTo", column: "报名截止" },
    { field: "stockReady", column: "备货完成" },
    { field: "warmUpFrom", column: "预热开始" },
    { field: "review", column: "复盘" },
    { field: "enabled", column: "启用" },
    { field: "owner", column: "负责人" },
    { field: "note", column: "备注" },
    { field: "source", column: "依据" },
  ],
  holidays: [
    { field: "date", column: "日期" },
    { field: "name", column: "名称" },
    { field: "type", column: "类型" },
    { field: "source", column: "来源" },
  ],
  "word-list": [
    { field: "word", column: "词" },
    { field: "use", column: "用途" },
    { field: "weight", column: "权重" },
  ],
  requirements: [
    { field: "activity", column: "活动" },
    { field: "metric", column: "指标" },
    { field: "operator", column: "条件" },
    { field: "value", column: "值" },
  ],
  sheet: [
    { field: "cell", column: "位置" },
    { field: "content", column: "值或公式" },
    { field: "format", column: "格式" },
  ],
} as const satisfies Record<string, readonly TemplateColumn[]>;
