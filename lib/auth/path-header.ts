/** Request header in which the proxy tells pages their own path and query; whatever a client sends is overwritten. */
export const PATH_HEADER = "x-carillon-path";
