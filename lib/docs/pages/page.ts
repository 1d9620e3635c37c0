/** A page of the documentation, as navigation, search and links know it. */
export interface DocsPage {
  path: `/docs${string}`;
  title: string;
  /** One sentence: under the title and in search results. */
  summary: string;
  /** The headings of the page by their anchors, in order. */
  sections: Readonly<Record<string, string>>;
}

/** A heading of a page, as lists of contents need it. */
export interface DocsSection {
  id: string;
  title: string;
}
