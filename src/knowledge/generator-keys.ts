/**
 * Keys of front matter that belong to the tools which make a site of the same pages. They mean nothing here, and are needed there;
 * each stands below the tool whose documentation has it, the first one of several.
 */
const KEYS_OF_GENERATORS = {
  docusaurus: `author author_image_url author_title author_url authors custom_edit_url date description displayed_sidebar draft
    hide_table_of_contents hide_title id image keywords last_update pagination_label pagination_next pagination_prev
    parse_number_prefixes sidebar_class_name sidebar_custom_props sidebar_label sidebar_position slug title_meta
    toc_max_heading_level toc_min_heading_level unlisted`,
  jekyll: `categories category excerpt excerpt_separator lang last_modified_at layout permalink published redirect_from redirect_to
    render_with_liquid sitemap toc`,
  justTheDocs: `grand_parent has_children has_toc nav_enabled nav_exclude nav_order parent search_exclude`,
  hugo: `audio build cascade expiryDate headless isCJKLanguage lastmod linkTitle markup menu menus modified outputs params pubDate
    publishDate resources series summary translationKey type unpublishDate videos images weight`,
  docsy: `hide_summary no_list simple_list toc_hide toc_root`,
  mkDocs: `comments exclude hide icon links pin readtime render_macros revision_date search social status subtitle template`,
  vitePress: `aside editLink features footer head hero home lastUpdated navbar next outline pageClass prev sidebar titleTemplate`,
  vuePress: `actions breadcrumb contributors headerDepth heroImage heroText index order pageInfo permalinkPattern routeMeta tagline`,
  starlight: `banner editUrl pagefind tableOfContents`,
  nextra: `asIndexPage searchable sidebarTitle timestamp`,
  sphinx: `html_meta jupytext kernelspec myst orphan substitutions`,
  gitBook: `cover coverY hidden`,
  obsidian: `cssclass cssclasses publish`,
} as const satisfies Record<string, string>;

const KEYS: ReadonlySet<string> = new Set(
  Object.values(KEYS_OF_GENERATORS).flatMap((keys) => keys.toLowerCase().split(/\s+/u)),
);

/** Whether a key is for the tool that makes a site of the pages, in any case: Hugo reads `linktitle`, too. */
export function isGeneratorKey(key: string): boolean {
  return KEYS.has(key.toLowerCase());
}

const HIDES: ReadonlyMap<string, string> = new Map([
  ["draft", "true"],
  ["unlisted", "true"],
  ["hidden", "true"],
  ["exclude", "true"],
  ["published", "false"],
  ["publish", "false"],
]);

/** Whether a generator leaves out a page that says this. Here it is answered from like any other. */
export function hidesElsewhere(key: string, value: string): boolean {
  return HIDES.get(key.toLowerCase()) === value.trim().toLowerCase();
}
