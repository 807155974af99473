import { defineFileKind, type FileColumn } from "../cells/define-file-kind.ts";
import { type ListingField, listingFields } from "./listing-fields.ts";

const columns = Object.fromEntries(
  (Object.keys(listingFields) as ListingField[]).map((key): [ListingField, FileColumn] => {
    const { holds, ...field } = { ...listingFields[key] };
    const kind = key === "offerId" ? "code" : holds === "number" || holds === "text" ? holds : "unknown";
    return [key, { ...field, kind }];
  }),
) as Readonly<Record<ListingField, FileColumn>>;

/** A table of listings (facts.md §1). */
export const listingExport = defineFileKind({
  id: "listing",
  name: { zh: "商品表", en: "table of listings" },
  columns,
  marks: [["title", "offerId", "attrFilled", "imageCount", "onlineOrder", "moq", "stock"]],
  takenAsItIs: {
    zh: "图片尺寸、视频时长、是否等各列保持原样，七星函数读得懂",
    en: "image sizes, video lengths and yes/no columns stay as they are, as the seven-star functions read them",
  },
});
