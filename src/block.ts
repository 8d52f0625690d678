/** What pages and answers are made of: trees, until an adapter draws them. */

/** First and last line of a page's file, 1-based and inclusive. */
export type Lines = readonly [first: number, last: number];

/** Text inside a block. `mark` wraps the words an answer rests on; it never comes from a page. */
export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | {
      readonly kind: "strong" | "emphasis" | "mark";
      readonly children: readonly Inline[];
    }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: "image"; readonly href: string; readonly alt: string }
  | { readonly kind: "break"; readonly hard: boolean };

export interface ListItem {
  readonly children: readonly Block[];
  readonly lines: Lines;
}

export interface TableRow {
  readonly cells: readonly (readonly Inline[])[];
  readonly lines: Lines;
}

export type Align = "left" | "center" | "right" | "none";

/** A piece of a page. A passage's body and an answer's body are trees of these until an adapter draws them. */
export type Block =
  | { readonly kind: "paragraph"; readonly children: readonly Inline[]; readonly lines: Lines }
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly children: readonly Inline[];
      readonly lines: Lines;
    }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      /** The number of the first item of an ordered list; also after a cut, so that step 4 stays step 4. */
      readonly start: number;
      readonly items: readonly ListItem[];
      readonly lines: Lines;
    }
  | {
      readonly kind: "table";
      readonly header: readonly (readonly Inline[])[];
      readonly align: readonly Align[];
      readonly rows: readonly TableRow[];
      readonly lines: Lines;
    }
  | {
      readonly kind: "code";
      readonly language: string;
      readonly text: string;
      readonly lines: Lines;
    }
  | { readonly kind: "quote"; readonly children: readonly Block[]; readonly lines: Lines }
  | { readonly kind: "rule"; readonly lines: Lines };
