import { openApiDocument } from "@/lib/api/openapi";
import type { ApiDocument } from "@/lib/docs/api/openapi-types";
import { operationsByTag } from "@/lib/docs/api/operations";
import type { TaggedOperations } from "@/lib/docs/pages/navigation";

let made: TaggedOperations | undefined;

/** Every call of the API by its tag, read from the OpenAPI document. It never changes while the process runs. */
export const taggedOperations = (): TaggedOperations =>
  (made ??= operationsByTag(JSON.parse(JSON.stringify(openApiDocument())) as ApiDocument));
